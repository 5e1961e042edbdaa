// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { permissions, startBrowser } from '@/tests/components/browser';
import { liveVisit } from '@/tests/components/figures';
import { control, hasControl, read, settle } from '@/tests/components/screen';
import type { SiteFollowing } from '@/utils/core/schema/sites/followed-site';
import { measured, openPopup } from './popup-rig';

beforeEach(startBrowser);

const HOST = 'moodle.cfa.example';
const FOLLOWED: SiteFollowing = { isListed: true, isManaged: false, suspension: null, pattern: `*://${HOST}/*` };
const state = (following: Partial<SiteFollowing>) => ({
	'site/state': { ok: true, value: { ...FOLLOWED, ...following } },
});

describe('a measured page', () => {
	it.each([
		['Pause sur ce site', 'following/pause', { host: HOST, isOn: true }],
		['Pause partout', 'following/pause', { host: null, isOn: true }],
		['Laisser de côté', 'site/leave', { host: HOST, isOn: true }],
	])('has "%s"', async (name, type, request) => {
		const visit = liveVisit({ host: HOST });
		const { asked } = await openPopup({ ...measured(visit), ...state({}) });
		control(name).click();
		await settle();
		expect(asked).toHaveBeenCalledWith(type, request);
	});

	it('of the organisation can only be excepted from a pause of all others', async () => {
		await openPopup({ ...measured(liveVisit({ host: HOST })), ...state({ isManaged: true }) });
		expect(hasControl('Pause sur ce site')).toBe(false);
		expect(hasControl('Laisser de côté')).toBe(false);
		expect(hasControl('Pause partout')).toBe(true);
		expect(read('.pause')).toContain('Ce site est suivi à la demande de votre organisation');
	});
});

describe('a site on which nothing is measured', () => {
	it.each([
		['paused', 'En pause sur ce site', 'Reprendre', 'following/pause', { host: HOST, isOn: false }],
		['paused-everywhere', 'Sobrio est en pause', 'Reprendre partout', 'following/pause', { host: null, isOn: false }],
		['left-out', 'Ce site est laissé de côté', 'Ne plus laisser de côté', 'site/leave', { host: HOST, isOn: false }],
	] as const)('says why (%s), with the way back', async (suspension, title, button, type, request) => {
		const { asked } = await openPopup(state({ suspension }));
		expect(read('.notice h2')).toBe(title);
		control(button).click();
		await settle();
		expect(asked).toHaveBeenCalledWith(type, request);
	});

	it('asks for access again inside the click where it was followed, and stays left out after a refusal', async () => {
		permissions.request.mockResolvedValue(false);
		const { asked } = await openPopup(state({ suspension: 'left-out' }));
		control('Ne plus laisser de côté').click();
		expect(permissions.request).toHaveBeenCalledWith({ origins: [`*://${HOST}/*`] });
		await settle();
		expect(asked.mock.calls.map(([type]) => type)).not.toContain('site/leave');
		expect(read('.status')).toContain(`Accès refusé : ${HOST} n’est pas suivi.`);
	});
});

it('a platform that is offered can be left out', async () => {
	const { asked } = await openPopup();
	control('Ne pas proposer ce site').click();
	await settle();
	expect(asked).toHaveBeenCalledWith('site/leave', { host: HOST, isOn: true });
});
