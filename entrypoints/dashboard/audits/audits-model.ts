import { computed, effect, signal } from '@preact/signals-core';
import type { DashboardContext } from '@/entrypoints/dashboard/context/context';
import { createEraseModel } from '@/entrypoints/dashboard/data/erase-model';
import { ask } from '@/utils/browser/rpc';
import { auditName } from '@/utils/core/audit/audit-name';
import { compareAudits } from '@/utils/core/audit/compare';
import { type AuditReport, auditReport, type PageReport, pageReport } from '@/utils/core/audit/report';
import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import type { ErrorCode } from '@/utils/core/schema/page-messages';
import type { Course } from '@/utils/core/schema/visit';
import { isInterrupted, readCourses } from './audited-sites';

/**
 * Reads all pages of an audit, batch by batch, and judges each batch while the background reads the next one; says after each how many
 * there are so far. Stops where `isWanted` says so.
 */
async function readPages(
	audit: Audit,
	onCount: (count: number) => void,
	isWanted: () => boolean,
): Promise<readonly PageReport[] | ErrorCode | null> {
	const { id } = audit;
	const reports: PageReport[] = [];
	let reading = ask('audit/pages', { id, after: 0 });
	while (isWanted()) {
		const reply = await reading;
		if (!reply.ok) return reply.error;
		const batch: readonly AuditPage[] = JSON.parse(reply.value);
		const last = batch.at(-1);
		if (!last) return reports;
		reading = ask('audit/pages', { id, after: last.number });
		for (const page of batch) reports.push(pageReport(page, audit));
		onCount(reports.length);
	}
	return null;
}

/** The reports of the audits that the address names. */
function createReports(wanted: () => readonly Audit[], onError: (error: ErrorCode) => void) {
	const reports = signal<ReadonlyMap<string, AuditReport>>(new Map());
	const pageCount = signal(0);

	const underWay = new Map<string, Promise<void>>();

	async function read(audit: Audit): Promise<void> {
		pageCount.value = 0;
		const onCount = (count: number) => {
			pageCount.value = count;
		};
		const pages = await readPages(audit, onCount, () => wanted().some(({ id }) => id === audit.id));
		if (typeof pages === 'string') onError(pages);
		else if (pages) reports.value = new Map(reports.value).set(audit.id, auditReport(audit, pages));
	}

	/** Reads the audits that are wanted again, none of them twice at a time. */
	async function load(): Promise<void> {
		const readings = wanted().map((audit) => {
			const reading = underWay.get(audit.id) ?? read(audit).finally(() => underWay.delete(audit.id));
			underWay.set(audit.id, reading);
			return reading;
		});
		await Promise.all(readings);
	}

	return { reports, pageCount, load };
}

/** The audits of this machine: list, start, rename, and delete with some seconds to undo it. */
function createAuditList(onLoaded: () => Promise<void>) {
	const audits = signal<readonly Audit[] | null>(null);
	const error = signal<ErrorCode | null>(null);
	/** False where the organisation forbids audits. */
	const isAllowed = signal(true);
	/** Those of which an audit can be started while none runs. */
	const courses = signal<readonly Course[]>([]);
	/** An audit could not be started here. */
	const hasFailed = signal(false);
	/** The courses of which an audit can be started: none while one runs. */
	const startable = computed(() =>
		isAllowed.value && audits.value?.every(({ endedAtMs }) => endedAtMs !== null) ? courses.value : [],
	);
	/** The audit deleted last, which the list leaves out while its deletion can be undone. */
	const deleted = signal<Audit | null>(null);
	const shown = computed(() => (audits.value ?? []).filter(({ id }) => id !== deleted.value?.id));

	const erasing = createEraseModel(async () => {
		const reply = await ask('audit/delete', { id: deleted.value?.id ?? '' });
		deleted.value = null;
		await load();
		return reply.ok ? [] : null;
	});

	async function load(): Promise<void> {
		const [reply, state, found] = await Promise.all([ask('audit/list', {}), ask('audit/state', {}), readCourses()]);
		error.value = reply.ok ? null : reply.error;
		if (!reply.ok) return;
		isAllowed.value = !state.ok || state.value.isAllowed;
		courses.value = found;
		audits.value = reply.value;
		await onLoaded();
	}

	async function start({ host, platform, courseKey, label }: Course): Promise<void> {
		hasFailed.value = false;
		const reply = await ask('audit/start', { host, platform, courseKey, name: auditName(label) });
		hasFailed.value = !reply.ok || reply.value === null;
		await load();
	}

	async function stop(): Promise<void> {
		await ask('audit/stop', {});
		await load();
	}

	async function rename(audit: Audit, name: string): Promise<void> {
		const reply = await ask('audit/rename', { id: audit.id, name });
		if (reply.ok) await load();
		else error.value = reply.error;
	}

	/** Deletes an audit after some seconds, and the one deleted before at once. */
	async function remove(audit: Audit): Promise<void> {
		if (erasing.step.value === 'waiting' && deleted.value) await ask('audit/delete', { id: deleted.value.id });
		erasing.cancel();
		deleted.value = audit;
		erasing.confirm();
	}

	function undo(): void {
		erasing.cancel();
		deleted.value = null;
	}

	const starting = { startable, hasFailed, start, stop };
	return { audits, error, isAllowed, deleted, shown, erasing, load, rename, remove, undo, ...starting };
}

/** The audits of this machine, and the report of one, beside another if wanted. */
export function createAuditsModel({ route }: Pick<DashboardContext, 'route'>) {
	const place = computed(() => (route.value.view === 'audits' ? route.value : null));
	/** A pause interrupts the audit that runs. */
	const isPaused = signal(false);
	const list = createAuditList(async () => {
		isPaused.value = await isInterrupted(shown.value);
		await loadReports();
	});
	const { shown, audits, error } = list;
	const find = (id: string | null | undefined) => shown.value.find((audit) => audit.id === id) ?? null;
	const wanted = () => [find(place.value?.audit), find(place.value?.other)].filter((audit) => audit !== null);
	const onError = (code: ErrorCode) => {
		error.value = code;
	};
	const { reports, pageCount, load: loadReports } = createReports(wanted, onError);
	/** What the trainer has entered; null for none. */
	const learnerCount = signal<number | null>(null);

	// An address that names another audit needs its pages.
	effect(() => {
		if (wanted().some(({ id }) => !reports.peek().has(id))) void loadReports();
	});

	/** Null while it is read; `missing` where the audit is not there. */
	const report = computed(() => {
		if (!place.value?.audit || audits.value === null) return null;
		return find(place.value.audit) ? (reports.value.get(place.value.audit) ?? null) : ('missing' as const);
	});
	/** The older of both is the one before. */
	const comparison = computed(() => {
		const [one, two] = [report.value, reports.value.get(place.value?.other ?? '')];
		if (!one || one === 'missing' || !two) return null;
		const isOlder = one.audit.startedAtMs <= two.audit.startedAtMs;
		return isOlder ? compareAudits(one, two) : compareAudits(two, one);
	});
	/** Other audits of the same course. */
	const rivals = computed(() => {
		const audit = find(place.value?.audit);
		return shown.value.filter(
			(each) => audit && each.id !== audit.id && each.host === audit.host && each.courseKey === audit.courseKey,
		);
	});

	return { ...list, isPaused, place, report, comparison, rivals, pageCount, learnerCount };
}

export type AuditsModel = ReturnType<typeof createAuditsModel>;
