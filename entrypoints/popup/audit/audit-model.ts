import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { ask } from '@/utils/browser/rpc';
import { auditName } from '@/utils/core/audit/audit-name';
import type { Audit, AuditState } from '@/utils/core/schema/audit/audit';
import type { LiveVisit } from '@/utils/core/schema/visit';

/** The audit that runs, if any, and what can be done about the course in the tab. */
export function createAuditModel(visit: ReadonlySignal<LiveVisit | null>) {
	/** Null until it is known. */
	const state = signal<AuditState | null>(null);
	/** The audit that was ended here. */
	const ended = signal<Audit | null>(null);
	/** Starting it failed. */
	const hasFailed = signal(false);
	const running = computed(() => state.value?.running ?? null);
	/** Whether the page in the tab belongs to the audited course. */
	const isHere = computed(() => {
		const [audit, page] = [running.value, visit.value];
		return audit !== null && audit.host === page?.host && audit.courseKey === page.courseKey;
	});
	/** Whether an audit of the course in the tab can be started. */
	const canStart = computed(
		() => state.value?.isAllowed === true && running.value === null && Boolean(visit.value?.courseKey),
	);
	let tabId: number | null = null;

	async function load(): Promise<void> {
		const reply = await ask('audit/state', {});
		if (reply.ok) state.value = reply.value;
	}

	return {
		ended,
		hasFailed,
		running,
		isHere,
		canStart,
		load,
		/** Reads the state for a tab. */
		async show(shownTabId: number): Promise<void> {
			tabId = shownTabId;
			await load();
		},
		/** The figures of the tab have changed, and with them those of the audit. */
		refresh: () => (running.value ? load() : Promise.resolve()),
		async start(): Promise<void> {
			if (!visit.value) return;
			const { host, platform, courseKey, courseLabel } = visit.value;
			const name = auditName(courseLabel ?? host);
			const reply = await ask('audit/start', { host, platform, courseKey, name });
			hasFailed.value = !reply.ok || reply.value === null;
			ended.value = null;
			await load();
		},
		async stop(): Promise<void> {
			const stopped = running.value;
			await ask('audit/stop', {});
			await load();
			if (running.value === null) ended.value = stopped;
		},
		async reload(): Promise<void> {
			if (tabId !== null) await ask('audit/reload', { tabId });
		},
	};
}

export type AuditModel = ReturnType<typeof createAuditModel>;
