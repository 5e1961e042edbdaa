// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BucketCard } from '@/entrypoints/dashboard/settings/BucketCard';
import { createBucketModel } from '@/entrypoints/dashboard/settings/bucket-model';
import { fakeBackground, permissions, startBrowser } from '@/tests/components/browser';
import { control, draw, hasControl, read, settle } from '@/tests/components/screen';
import { EMPTY_QUEUE, type LastAnswer } from '@/utils/core/delivery/queue';
import type { Bucket } from '@/utils/core/schema/settings';
import {
	changeBucketQueue,
	discardBucketQueue,
	readBucketQueue,
	readOwnBucket,
	saveBucket,
} from '@/utils/settings/bucket';
import { saveLrs } from '@/utils/settings/lrs';
import { giveBackUnused } from '@/utils/settings/sending';

const BUCKET: Bucket = { folder: 'https://bucket.example/in?sig=geheim', user: '', password: '', isWeekly: true };
const SENT: LastAnswer = { outcome: 'sent', status: 200, week: '2026-W48', atMs: 0, doneCount: 1, totalCount: 1 };

async function open(saved: Bucket | null, last: LastAnswer | null = null, weeks: readonly string[] = []) {
	const asked = fakeBackground({
		'queue/clear': async ({ part }: { part: string }) => {
			if (part === 'all') await discardBucketQueue();
			return { ok: true, value: null };
		},
	});
	if (saved) await saveBucket(saved);
	if (last) await changeBucketQueue(() => ({ ...EMPTY_QUEUE, last, weeks }));
	const model = createBucketModel(() => new Date('2026-12-01T08:00:00Z'));
	await model.load();
	draw(() => <BucketCard model={model} />);
	return asked;
}

function fill(values: Readonly<Record<string, string>>): void {
	for (const [name, value] of Object.entries(values)) {
		(document.querySelector(`[name=${name}]`) as HTMLInputElement).value = value;
	}
}

async function turns(): Promise<void> {
	for (let turn = 0; turn < 8; turn++) await settle();
}

async function submit(): Promise<void> {
	document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
	await turns();
}

beforeEach(async () => {
	await startBrowser();
	Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
});

describe('the card of the shared folder', () => {
	it('asks for the one host in the click, and saves the address out of reach of pages', async () => {
		await open(null);
		expect(hasControl('Envoyer la semaine dernière')).toBe(false);
		fill({ folder: 'https://bucket.example/in/?sig=geheim', user: 'élève', password: 'mot' });
		await submit();
		expect(permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://bucket.example/*'] });
		expect(await readOwnBucket()).toEqual({ folder: BUCKET.folder, user: 'élève', password: 'mot', isWeekly: false });
		expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toMatch(/geheim|mot|bucket\.example/);
		expect(read('#bucket-status')).toBe('Enregistré.');
		expect(hasControl('Envoyer la semaine dernière')).toBe(true);
	});

	it.each(['http://bucket.example/in', 'https://bucket.example/in/one.csv'])(
		'saves nothing and asks for nothing where the address is %s',
		async (folder) => {
			await open(null);
			fill({ folder });
			await submit();
			expect(read('#bucket-status')).toContain('Écrivez l’adresse https:// d’un dossier');
			expect(permissions.request).not.toHaveBeenCalled();
			expect(await readOwnBucket()).toBeNull();
		},
	);

	it('saves nothing where the browser’s prompt is refused', async () => {
		permissions.request.mockResolvedValue(false);
		await open(null);
		fill({ folder: BUCKET.folder });
		await submit();
		expect(read('#bucket-status')).toBe('Accès refusé : rien n’est enregistré.');
		expect(await readOwnBucket()).toBeNull();
	});

	it('puts last week there with one click', async () => {
		const asked = await open(BUCKET);
		control('Envoyer la semaine dernière').click();
		await turns();
		expect(asked).toHaveBeenCalledExactlyOnceWith('bucket/send', { week: '2026-W48' });
	});

	it.each<[string, LastAnswer, readonly string[]]>([
		['Semaine 2026-W48 envoyée : son fichier est dans le dossier.', SENT, []],
		['La semaine 2026-W48 n’a aucun cours : rien n’est parti.', { ...SENT, doneCount: 0, totalCount: 0 }, []],
		['le dossier a déjà ce fichier et le garde tel quel', { ...SENT, outcome: 'kept', status: 412 }, []],
		['Le dossier refuse le mot de passe', { ...SENT, outcome: 'refused', status: 403 }, ['2026-W48']],
		['En attente : 2026-W48.', { ...SENT, outcome: 'later', status: null }, ['2026-W48']],
		['son certificat n’est pas accepté, ou il renvoie', { ...SENT, outcome: 'later', status: null }, ['2026-W48']],
		['Prochain essai : quand vous choisirez', { ...SENT, outcome: 'refused', status: 403 }, ['2026-W48']],
		['Prochain essai : quand vous choisirez', { ...SENT, outcome: 'invalid', status: 413 }, ['2026-W48']],
	])('shows what became of the last week: %s', async (text, last, weeks) => {
		await open(BUCKET, last, weeks);
		expect(read('.target-state')).toContain(text);
	});

	it('is removed with its queue and the access to its host', async () => {
		const asked = await open(BUCKET, SENT, ['2026-W48']);
		control('Supprimer ce dossier').click();
		await turns();
		// The background may be putting a file there.
		expect(asked).toHaveBeenCalledExactlyOnceWith('queue/clear', { target: 'bucket', part: 'all' });
		expect([await readOwnBucket(), (await readBucketQueue()).weeks]).toEqual([null, []]);
		expect(permissions.remove).toHaveBeenCalledExactlyOnceWith({ origins: ['https://bucket.example/*'] });
	});
});

describe('access to the host of a target', () => {
	it('stays while another target or a followed site needs it', async () => {
		const lrs = { key: 'k', secret: 's', version: '1.0.3', scope: 'shareable', isWeekly: false } as const;
		await saveLrs({ ...lrs, endpoint: 'https://bucket.example/xapi' });
		await giveBackUnused('https://bucket.example/in');
		expect(permissions.remove).not.toHaveBeenCalled();
		await saveLrs(null);
		const site = { host: 'bucket.example', platform: 'moodle', sinceDay: '2026-11-01' };
		await fakeBrowser.storage.local.set({ followedSites: { version: 1, value: [site] } });
		await giveBackUnused('https://bucket.example/in');
		expect(permissions.remove).not.toHaveBeenCalled();
		await giveBackUnused('https://other.example/in');
		expect(permissions.remove).toHaveBeenCalledExactlyOnceWith({ origins: ['https://other.example/*'] });
	});
});
