// @vitest-environment happy-dom

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startBrowser } from '@/tests/components/browser';
import { COURSE, dayTotal } from '@/tests/components/figures';
import { control, hasControl, read, settle } from '@/tests/components/screen';
import { courseId } from '@/utils/core/stats/grouping';
import { loadCodes } from '@/utils/settings/pseudonyms';
import { choose, DAYS, open } from './dashboard-rig';

const COURSE_ID = courseId(COURSE);

beforeEach(startBrowser);

describe('the export', () => {
	it('shows the whole file, and offers it under the name of its week', async () => {
		const createObjectURL = vi.spyOn(URL, 'createObjectURL');
		await open(DAYS, '#export/2026-W48');
		const { source, courses } = await loadCodes([COURSE_ID]);
		expect(control('Télécharger le fichier').getAttribute('download')).toBe(`sobrio-2026-W48-${source}.csv`);
		const file = createObjectURL.mock.lastCall?.[0] as Blob;
		const text = await file.text();
		expect(text).toMatch(
			new RegExp(`${source},\\d{4}-\\d\\d-\\d\\d,2026-11-23,${courses.get(COURSE_ID)},video,3,300,`),
		);
		expect(text.trim().split('\r\n')).toHaveLength(3); // header, Monday, Thursday
		expect(document.querySelector('.preview')?.textContent).toBe(text);
		expect(control('Semaine précédente').getAttribute('href')).toBe('#export/2026-W47');
	});

	it('says why there is no xAPI statement on the first day, and offers no file without one', async () => {
		await open([dayTotal('2026-11-20', 100, 40, 20), dayTotal('2026-11-26', 100, 40, 20)], '#export/2026-W48');
		choose('export-form', 'xapi');
		await settle();
		expect(read('.notice h2')).toBe('Aucun relevé pour l’instant');
		expect(hasControl('Télécharger le fichier')).toBe(false);
		choose('export-form', 'json');
		await settle();
		expect(hasControl('Télécharger le fichier')).toBe(true);
	});

	it('contains names when it is for the user, and can have another format', async () => {
		await open(DAYS, '#export/2026-W48');
		expect(read('.preview')).not.toMatch(/Prévention|moodle/);
		choose('export-scope', 'personal');
		await settle();
		expect(read('.preview')).toContain('moodle.cfa.example;moodle;12;Prévention des risques');
		choose('export-form', 'json');
		await settle();
		expect(control('Télécharger le fichier').getAttribute('download')).toBe('sobrio-2026-W48.json');
		expect(JSON.parse(document.querySelector('.preview')?.textContent ?? '')).toMatchObject({
			week: '2026-W48',
			scope: 'personal',
			sobrio_version: '1.2.3',
		});
	});

	it('as a report is shown as it will be, without names when it is to be shared', async () => {
		await open(DAYS, '#export/2026-W48');
		choose('export-form', 'report');
		await settle();
		expect(read('.report h1')).toBe('23 au 29 novembre 2026');
		expect(read('.report')).toContain('400 Mo');
		expect(document.querySelectorAll('.report svg .part')).toHaveLength(2); // Monday, Thursday
		expect(read('.report .day-chart tbody tr')).toBe('lundi 23 novembre300 Mo300 Mo');
		expect(read('.report')).not.toMatch(/Prévention|moodle/);
		expect(read('.report')).toContain((await loadCodes([COURSE_ID])).courses.get(COURSE_ID));
		expect(control('Télécharger le fichier').getAttribute('download')).toMatch(/^sobrio-2026-W48-[\da-z]{12}\.html$/);
		choose('export-scope', 'personal');
		await settle();
		expect(read('.report')).toContain('Prévention des risques');
	});

	it('of an empty week offers no file', async () => {
		await open(DAYS, '#export/2026-W40');
		expect(read('.notice h2')).toBe('Aucun cours mesuré cette semaine');
		expect(hasControl('Télécharger le fichier')).toBe(false);
	});
});
