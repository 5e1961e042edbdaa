import type { Parts } from '@/utils/background/parts';
import { auditName } from '@/utils/core/audit/audit-name';
import { changeAudit, deleteAudits, listAudits, readAuditPages } from '@/utils/store/audits';
import type { PageHandlers } from './router';

/** Handles what pages request of audits. */
export function auditRoutes({ database, tracker, audits }: Pick<Parts, 'database' | 'tracker' | 'audits'>) {
	return {
		'audit/state': () => audits.state(),
		'audit/list': async () => listAudits(await database.open()),
		'audit/pages': async ({ id, after }) => {
			// As far as the visits under way are by now.
			if (audits.running?.id === id) await tracker.flush();
			return JSON.stringify(await readAuditPages(await database.open(), id, after));
		},
		'audit/start': (request) => audits.start(request),
		'audit/stop': () => audits.stop(),
		'audit/rename': async ({ id, name }) => {
			await changeAudit(await database.open(), id, (audit) => ({ ...audit, name: auditName(name) || audit.name }));
			await audits.restore();
		},
		'audit/delete': async ({ id }) => {
			if (audits.running?.id === id) await audits.stop();
			await deleteAudits(await database.open(), (audit) => audit.id === id);
		},
		'audit/reload': ({ tabId }) => audits.reload(tabId),
	} satisfies Partial<PageHandlers>;
}
