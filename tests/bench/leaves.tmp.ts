import { setTimeout as sleep } from 'node:timers/promises';
import { openMediaRig } from '@/tests/e2e/rig/media-rig';
import { readStored } from '@/tests/e2e/rig/stored';
const [browser = 'firefox', page0 = 'self', n = '20', hows='remove,close,blank'] = process.argv.slice(2);
const rig = await openMediaRig(browser as 'firefox');
const { driver, site } = rig;
const seen = new Set((await readStored(driver)).visits.map((v) => v.id));
for (const how of hows.split(',')) {
let page = rig.page;
let zero = 0; let none = 0;
const lostMs: number[] = [];
for (let i = 0; i < Number(n); i++) {
	if (how === 'close' || how === 'remove') page = await driver.newPage();
	await page.bringToFront();
	await page.goto(site.url(page0));
	await page.waitFor(() => (document.querySelector('video')?.currentTime ?? 0) > 0.05, 20_000);
	const t = 600 + Math.random() * 1200;
	await sleep(t);
	const pos = await page.evaluate(() => document.querySelector('video')?.currentTime ?? -1);
	if (how === 'close') await page.close(); else if (how === 'remove') await driver.evaluateInBackground(async (u: string) => { const b = (globalThis as any).browser ?? (globalThis as any).chrome; const all = await b.tabs.query({active: true}); const tab = all.find((x: any) => x.url === u || !x.url) ?? all[0]; await b.tabs.remove(tab.id); }, site.url(page0)); else if (how === 'next') await page.goto(site.url('native')); else await page.goto('about:blank');
	await sleep(2200);
	const { visits } = await readStored(driver);
	const fresh = visits.filter((v) => !seen.has(v.id));
	for (const v of visits) seen.add(v.id);
	const v = fresh.sort((a, b) => a.startedAtMs - b.startedAtMs)[0] as any;
	if (!v) none++; else if (v.media.videoMs === 0) zero++;
	lostMs.push(Math.round(pos * 1000 - (v?.media.videoMs ?? 0)));
	if (i < 2) console.info(i, 'wait', Math.round(t), 'pos', pos.toFixed(2), 'stored', v?.media.videoMs, JSON.stringify(v?.traffic).slice(0, 400));
}
console.info(how, 'zero', zero, 'none', none, 'of', n, 'lost ms', lostMs.join(' '));
}
await rig.close();
