import { bodyBytes, urlencodedBytes } from './body-bytes';
import { quietly, wrap } from './wrap';

/**
 * Chromium dispatches `formdata` twice for one submission, the second time some milliseconds later for the Navigation API
 * (`NavigateEvent.formData`).
 */
const REPEAT_MS = 1_000;

/**
 * Calls `onSend` with the bytes of each form that the browser submits by itself: by a button, `requestSubmit` or `submit`.
 * Reads the fields of the browser's `formdata` event, so that no code of the page runs twice.
 */
export function hookForms(onSend: (bytes: number) => void): void {
	const { getAttribute } = Element.prototype;
	/** The buttons of submissions in progress. */
	const submitters = new WeakMap<EventTarget, HTMLElement>();
	/** When each form was last counted, on the clock of `performance`. */
	const countedAtMs = new WeakMap<EventTarget, number>();
	let constructorDepth = 0;

	// `new FormData(form)` dispatches the same event without submitting anything.
	wrap(globalThis, 'FormData', {
		construct(FormDataClass, args, newTarget) {
			constructorDepth++;
			try {
				return Reflect.construct(FormDataClass, args, newTarget) as object;
			} finally {
				constructorDepth--;
			}
		},
	});
	addEventListener(
		'submit',
		({ target: form, submitter }) => {
			if (!form || !submitter) return;
			submitters.set(form, submitter);
			// The browser submits, or the page cancels, within this task.
			setTimeout(() => submitters.delete(form));
		},
		{ capture: true },
	);
	addEventListener('formdata', ({ target, formData }) => {
		const now = performance.now();
		if (constructorDepth > 0 || !target || now - (countedAtMs.get(target) ?? -REPEAT_MS) < REPEAT_MS) return;
		countedAtMs.set(target, now);
		quietly(() => {
			const form = target as HTMLFormElement;
			const submitter = submitters.get(form);
			// Not `form.method`: a field with that name would hide the property.
			const setting = (name: string) =>
				(submitter && getAttribute.call(submitter, `form${name}`)) ?? getAttribute.call(form, name) ?? '';
			if (!/^post$/i.test(setting('method'))) return;
			onSend(/^multipart/i.test(setting('enctype')) ? bodyBytes(formData) : urlencodedBytes(formData));
		});
	});
}
