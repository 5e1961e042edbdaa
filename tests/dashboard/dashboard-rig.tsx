import { vi } from 'vitest';
import { App } from '@/entrypoints/dashboard/App';
import { createDashboardModel } from '@/entrypoints/dashboard/model';
import { type Answers, fakeBackground } from '@/tests/components/browser';
import { COURSE, dayTotal } from '@/tests/components/figures';
import { draw, plain, settle } from '@/tests/components/screen';
import type { DayTotal } from '@/utils/core/schema/visit';

/** A week of November before, and two days of this one. */
export const DAYS = [
	dayTotal('2026-11-16', 500, 60, 30),
	dayTotal('2026-11-23', 300, 60, 30),
	dayTotal('2026-11-26', 100, 40, 20),
];

/** Thursday 26 November 2026, in week 48. */
export const now = () => new Date(2026, 10, 26, 15);

/** Renders the dashboard at an address, over a history of `days`, once it has read what it shows. */
export async function open(days: readonly DayTotal[], hash = '', answers: Answers = {}) {
	const asked = fakeBackground({
		'site/list': { ok: true, value: [] },
		'backup/head': { ok: true, value: { courses: [], firstDay: days[0]?.day ?? null } },
		'history/get': ({ firstDay, lastDay }: { firstDay: string; lastDay: string }) => ({
			ok: true,
			value: { days: days.filter(({ day }) => day >= firstDay && day <= lastDay), courses: [COURSE] },
		}),
		...answers,
	});
	const page = { locale: 'fr', language: null, version: '1.2.3', now, reload: vi.fn(), saveFile: vi.fn() };
	const model = createDashboardModel(page);
	draw(() => <App model={model} />);
	await model.go(hash);
	await settle();
	return { model, asked, page };
}

/** Chooses an entry of a list, as a person does. */
export function choose(id: string, value: string): void {
	const select = document.getElementById(id) as HTMLSelectElement;
	select.value = value;
	select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Text of the card under a heading; '' where there is none. */
export function figureCard(label: string): string {
	const card = [...document.querySelectorAll('.figure-card')].find(
		(element) => element.querySelector('dt')?.textContent === label,
	);
	return plain(card?.querySelector('dd')?.textContent ?? '');
}
