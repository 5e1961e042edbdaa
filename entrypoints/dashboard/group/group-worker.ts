import type { GroupQuestion, GroupReply, GroupRequest } from '@/utils/core/group/collector';

/** The answer to a question of a type. */
type AnswerTo<Type extends GroupQuestion['type']> = Extract<GroupReply, { readonly type: Type }>;

/** The worker that reads files and adds them up. */
export interface GroupWorker {
	/** Rejects when the worker failed, as for lack of memory. */
	ask<Type extends GroupQuestion['type']>(
		question: Extract<GroupQuestion, { readonly type: Type }>,
	): Promise<AnswerTo<Type>>;
	/** Ends the reading that goes on; what was read stays. */
	cancel(): void;
	/** Ends the worker and frees its memory; what was asked is never answered. */
	close(): void;
}

/** Starts a worker; `onProgress` gets the number of files of the current question that were read, the last one in part. */
export function startGroupWorker(onProgress: (fileCount: number) => void): GroupWorker {
	const worker = new Worker('/group-worker.js');
	const waiting: { readonly resolve: (answer: GroupReply) => void; readonly reject: (error: unknown) => void }[] = [];
	// The bytes of files are moved, not copied.
	const send = (request: GroupRequest) =>
		worker.postMessage(request, request.type === 'read' ? buffersOf(request) : []);
	worker.onmessage = ({ data }: MessageEvent<GroupReply>) => {
		if (data.type === 'progress') onProgress(data.fileCount);
		else waiting.shift()?.resolve(data);
	};
	worker.onerror = ({ message }) => {
		for (const { reject } of waiting.splice(0)) reject(new Error(message));
	};
	return {
		ask: <Type extends GroupQuestion['type']>(question: Extract<GroupQuestion, { readonly type: Type }>) =>
			new Promise<AnswerTo<Type>>((resolve, reject) => {
				// Answers come in the order of the questions.
				waiting.push({ resolve: (answer) => resolve(answer as AnswerTo<Type>), reject });
				send(question);
			}),
		cancel: () => send({ type: 'cancel' }),
		close: () => worker.terminate(),
	};
}

function buffersOf({ files }: Extract<GroupRequest, { readonly type: 'read' }>): ArrayBuffer[] {
	const pieces = files.flatMap(({ content }) => (typeof content === 'string' ? [] : content));
	return [...new Set(pieces.map(({ buffer }) => buffer))];
}
