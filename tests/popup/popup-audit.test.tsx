// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { type Answers, startBrowser } from '@/tests/components/browser';
import { liveVisit } from '@/tests/components/figures';
import { control, hasControl, plain, read, settle } from '@/tests/components/screen';
import { AUDIT } from '@/tests/core/schema/audit/audit-sample';
import type { Audit } from '@/utils/core/schema/audit/audit';
import { DASHBOARD, measured, openPopup } from './popup-rig';

beforeEach(startBrowser);

const VISIT = liveVisit();
/** Of the tab that the popup is over. */
const HOST = 'moodle.cfa.example';
const HERE: Audit = { ...AUDIT, name: 'Prévention', host: VISIT.host, courseKey: VISIT.courseKey, pageCount: 3 };
const audited = (running: Audit | null, isAllowed = true): Answers => ({
	...measured(VISIT),
	'audit/state': { ok: true, value: { isAllowed, running } },
});
const card = () => plain(read('.audit'));

describe('an audit of the course', () => {
	it('is offered in a course, and started by one click under the name of the course', async () => {
		let running: Audit | null = null;
		const { asked } = await openPopup({
			...measured(VISIT),
			'audit/state': () => ({ ok: true, value: { isAllowed: true, running } }),
			'audit/start': () => {
				running = HERE;
				return { ok: true, value: HERE };
			},
		});
		expect(document.querySelector('.audit')).toBeNull();
		control('Auditer ce cours').click();
		await settle();
		const { host, platform, courseKey, courseLabel } = VISIT;
		expect(asked).toHaveBeenCalledWith('audit/start', { host, platform, courseKey, name: courseLabel ?? host });
		expect(card()).toContain('Audit en cours : Prévention');
		expect(hasControl('Auditer ce cours')).toBe(false);
	});

	it('says what it keeps, and reloads the page past the cache', async () => {
		const { asked } = await openPopup(audited(HERE));
		expect(card()).toContain('3 pages notées.');
		expect(card()).toContain('titres et adresses des pages (sans paramètres), noms et tailles des fichiers');
		control('Recharger comme une première visite').click();
		await settle();
		expect(asked).toHaveBeenCalledWith('audit/reload', { tabId: 7 });
	});

	it('is ended by one click, and leads to its report', async () => {
		let running: Audit | null = HERE;
		const { tabs } = await openPopup({
			...measured(VISIT),
			'audit/state': () => ({ ok: true, value: { isAllowed: true, running } }),
			'audit/stop': () => {
				running = null;
				return { ok: true, value: null };
			},
		});
		control('Terminer l’audit').click();
		await settle();
		expect(card()).toContain('Audit terminé : Prévention');
		control('Voir le rapport').click();
		await settle();
		expect(tabs.create).toHaveBeenCalledWith(expect.objectContaining({ url: `${DASHBOARD}#audits/${HERE.id}` }));
	});

	it('of another course says that this page is not part of it', async () => {
		await openPopup(audited({ ...HERE, courseKey: 'another' }));
		expect(card()).toContain('Cette page ne fait pas partie du cours audité.');
		expect(hasControl('Recharger comme une première visite')).toBe(false);
		expect(hasControl('Terminer l’audit')).toBe(true);
	});

	it('keeps each button where it is when the page turns out to be of its course', async () => {
		/** What is drawn from the start of the card to its last button. */
		const upToButtons = () => {
			const parts = [...document.querySelectorAll('.audit > *')];
			const actions = parts.findIndex((part) => part.className === 'actions');
			const buttons = [...(parts[actions]?.children ?? [])].map(({ textContent }) => textContent);
			return [...parts.slice(0, actions).map(({ textContent }) => textContent), ...buttons];
		};
		await openPopup(audited({ ...HERE, courseKey: 'another' }));
		const elsewhere = upToButtons();
		expect(elsewhere.slice(-2)).toEqual(['Voir le rapport', 'Terminer l’audit']);
		await openPopup(audited(HERE));
		expect(upToButtons()).toEqual([...elsewhere, 'Recharger comme une première visite']);
	});

	it.each([
		['paused', HOST, 'Rien n’est noté pendant la pause'],
		['paused-everywhere', 'other.example', 'Rien n’est noté pendant la pause'],
		['paused', 'other.example', 'Cette page ne fait pas partie du cours audité.'],
	] as const)('is interrupted by a pause of its site or of all: %s, audit of %s', async (suspension, host, text) => {
		const running = { ...HERE, host };
		const site = { isListed: true, isManaged: false, suspension, pattern: `*://${HOST}/*` };
		const suspended: Answers = { 'site/state': { ok: true, value: site } };
		await openPopup({ ...suspended, 'audit/state': { ok: true, value: { isAllowed: true, running } } });
		expect(card()).toContain(text);
	});

	it('is not offered where the organisation forbids it, and outside of courses', async () => {
		await openPopup(audited(null, false));
		expect(hasControl('Auditer ce cours')).toBe(false);
		await openPopup({ ...audited(null), ...measured({ ...VISIT, courseKey: '' }) });
		expect(hasControl('Auditer ce cours')).toBe(false);
	});

	it('that cannot start says so', async () => {
		await openPopup({ ...audited(null), 'audit/start': { ok: true, value: null } });
		control('Auditer ce cours').click();
		await settle();
		expect(read('.audit-failed')).toContain('L’audit n’a pas démarré.');
	});
});
