import { describe, expect, it } from 'vitest';
import { AUDIT, FILE, LOAD, PAGE } from '@/tests/core/schema/audit/audit-sample';
import { MAX_AUDIT_FILES, MAX_AUDIT_PAGES, type PageLoad, placeLoad, withinRoom } from '@/utils/core/audit/place-load';
import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditFile, AuditLoad } from '@/utils/core/schema/audit/audit-load';

const EMPTY: Audit = { ...AUDIT, pageCount: 0, fileCount: 0 };
const CACHED: AuditFile = { ...FILE, cachedCount: 1, savedBytes: 300_000 };

function loaded(visitId: string, files: readonly AuditFile[], isPastCache = false): PageLoad {
	const { path, code, title, activity } = PAGE;
	return { path, code, title, activity, isPastCache, load: { ...LOAD, visitId, files } };
}

const PARTIAL = { ...loaded('a', [FILE]), load: { ...LOAD, visitId: 'a', files: [FILE], isPartial: true } };

/** The visit ids of a page's first visit and return, after loads one after another. */
function place(loads: readonly PageLoad[]) {
	let audit = EMPTY;
	let page: AuditPage | null = null;
	for (const load of loads) ({ audit, page } = placeLoad(audit, page, load));
	const ids = [page?.first, page?.again].map((each: AuditLoad | null | undefined) => each?.visitId ?? null);
	return { ids, audit, page };
}

describe('a load of a page', () => {
	it.each([
		['of which no cache answered anything is a first visit', [loaded('a', [FILE])], ['a', null]],
		['of which a cache answered something is a return', [loaded('a', [FILE, CACHED])], [null, 'a']],
		['after a first visit is a return', [loaded('a', [FILE]), loaded('b', [FILE])], ['a', 'b']],
		['past the cache replaces the first visit', [loaded('a', [FILE]), loaded('b', [CACHED], true)], ['b', null]],
		['that goes on replaces its earlier state', [loaded('a', [FILE]), loaded('a', [FILE, FILE])], ['a', null]],
		[
			'of which a cache answers something later becomes a return',
			[loaded('a', [FILE]), loaded('a', [CACHED])],
			[null, 'a'],
		],
		['of a page that was open before is no first visit', [PARTIAL], [null, 'a']],
		['of a page that was open before gives way to a first visit', [PARTIAL, loaded('b', [FILE])], ['b', 'a']],
		[
			'that returns never removes the first visit',
			[loaded('a', [FILE]), loaded('b', [FILE]), loaded('b', [CACHED])],
			['a', 'b'],
		],
	] as const)('%s', (_title, loads, ids) => {
		const placed = place(loads);
		expect(placed.ids).toEqual(ids);
		const { first, again } = placed.page ?? {};
		expect(placed.audit.fileCount).toBe((first?.files.length ?? 0) + (again?.files.length ?? 0));
		expect(placed.audit.pageCount).toBe(1);
	});

	it('has no page beyond the limit', () => {
		const full = { ...EMPTY, pageCount: MAX_AUDIT_PAGES };
		expect(placeLoad(full, null, loaded('a', [FILE]))).toEqual({ audit: full, page: null });
		expect(placeLoad(full, PAGE, loaded('a', [FILE])).page?.number).toBe(PAGE.number);
	});

	it('keeps the figures of files beyond the limit, without their names', () => {
		const full = { ...EMPTY, fileCount: MAX_AUDIT_FILES - 1 };
		const { audit, page } = placeLoad(full, null, loaded('a', [FILE, { ...FILE, path: '/second.jpg' }]));
		expect(page?.first?.files).toEqual([FILE]);
		expect(page?.first?.rest.image).toEqual(FILE.traffic);
		expect([audit.fileCount, audit.droppedFileCount]).toEqual([MAX_AUDIT_FILES, 1]);
	});

	it('sums up what is dropped with what was', () => {
		const load = { ...LOAD, files: [FILE, FILE, FILE], rest: { image: FILE.traffic }, droppedFileCount: 4 };
		const short = withinRoom(load, 1);
		expect(short.rest.image?.measuredBytes).toBe(3 * 300_000);
		expect(short.droppedFileCount).toBe(6);
		expect(withinRoom(load, 3)).toBe(load);
	});
});
