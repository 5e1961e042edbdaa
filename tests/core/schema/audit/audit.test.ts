import { describe, expect, it } from 'vitest';
import { parseAudit, parseAuditPage } from '@/utils/core/schema/audit/audit';
import { parseAuditInspection } from '@/utils/core/schema/audit/audit-inspection';
import { AUDIT, FILE, INSPECTION, LOAD, MEDIA, PAGE } from './audit-sample';

const withFile = (changed: object) => ({ ...PAGE, first: { ...LOAD, files: [{ ...FILE, ...changed }] } });

describe('an audit', () => {
	it('is read back as it is stored', () => {
		expect(parseAudit(AUDIT)).toEqual(AUDIT);
		expect(parseAuditPage(PAGE)).toEqual(PAGE);
	});

	it.each([
		['an unknown field', { ...AUDIT, url: 'https://moodle.example/' }],
		['a control character in its name', { ...AUDIT, name: 'a\u0000' }],
		['a name of 121 characters', { ...AUDIT, name: 'x'.repeat(121) }],
		['half a page', { ...AUDIT, pageCount: 0.5 }],
	])('is refused with %s', (_title, changed) => {
		expect(parseAudit(changed)).toBeNull();
	});

	it.each([
		['a query in its path', { ...PAGE, path: '/mod/page/view.php?id=12' }],
		['a fragment in its path', { ...PAGE, path: '/mod/page/view.php#answer' }],
		['no path', { ...PAGE, path: '' }],
		['a code that is no hash', { ...PAGE, code: 'id=12' }],
		['number 0', { ...PAGE, number: 0 }],
		['an unknown field', { ...PAGE, url: 'https://moodle.example/' }],
		['a query in the path of a file', withFile({ path: '/style.css?token=abc' })],
		['an address as the host of a file', withFile({ host: 'https://moodle.example' })],
		['negative bytes', withFile({ traffic: { ...FILE.traffic, measuredBytes: -5 } })],
		['an unknown kind', withFile({ kind: 'movie' })],
		['1,001 files', { ...PAGE, first: { ...LOAD, files: Array.from({ length: 1_001 }, () => FILE) } }],
		[
			'a query in the file of a video',
			{ ...PAGE, again: { ...LOAD, media: [{ ...MEDIA, file: { host: 'a', path: '/f?u' } }] } },
		],
	])('has no page with %s', (_title, changed) => {
		expect(parseAuditPage(changed)).toBeNull();
	});
});

describe('an inspection of a document', () => {
	it('is read as the script sends it', () => {
		expect(parseAuditInspection(INSPECTION)).toEqual(INSPECTION);
	});

	it.each([
		['an unknown field', { ...INSPECTION, text: 'answer' }],
		['a query in the path of a file', { ...INSPECTION, files: [{ ...INSPECTION.files[0], path: '/a?user=jeanne' }] }],
		[
			'an inherited name as the key of a file',
			{ ...INSPECTION, files: [{ ...INSPECTION.files[0], key: '__proto__' }] },
		],
		['1,001 files', { ...INSPECTION, files: Array.from({ length: 1_001 }, () => INSPECTION.files[0]) }],
		['a title of 201 characters', { ...INSPECTION, title: 'x'.repeat(201) }],
		['negative lines of a video', { ...INSPECTION, media: [{ ...INSPECTION.media[0], decodedHeightPx: -1 }] }],
	])('is refused with %s', (_title, changed) => {
		expect(parseAuditInspection(changed)).toBeNull();
	});
});
