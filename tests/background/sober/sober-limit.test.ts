import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EFFECTS } from '@/utils/core/sober/effects';
import { chooseLimit, switchBattery } from '@/utils/settings/sober-mode';
import { openSober, type SoberRig } from './sober-rig';

let rig: SoberRig;

beforeEach(async () => {
	rig = await openSober();
});

/** As the background does at a message of the settings. */
async function change(setting: Promise<void>): Promise<void> {
	await setting;
	await rig.sober.reload();
}

it('limits the resolution to what was chosen, in open pages too, where quality is one of the effects', async () => {
	await rig.sober.switch('moodle.example', true);
	await change(chooseLimit(1080));
	expect(rig.sent.at(-1)).toEqual([4, { type: 'sober/effects', effects: `${EFFECTS.join()},1080p` }]);
	expect(rig.sober.state('moodle.example', 4).limitLines).toBe(1080);
	await rig.sober.switchEffect('quality', false);
	expect(rig.sober.actionsIn(4, 'moodle.example')).not.toContain('1080p');
	await rig.sober.act('moodle.example', 4, 'quality', true);
	expect(rig.sober.actionsIn(4, 'moodle.example')).toContain('1080p');
	expect(rig.sober.actionsIn(4, 'ecole.example')).toContain('1080p');
});

it('is lighter on battery only once the learner has switched that on', async () => {
	await rig.sober.switch('moodle.example', true);
	await change(switchBattery(true));
	expect(rig.sober.actionsIn(4, 'moodle.example')).toEqual([...EFFECTS, 'battery']);
	await change(switchBattery(false));
	expect(rig.sober.actionsIn(4, 'moodle.example')).toEqual(EFFECTS);
});

it('sends no limit where no effect is on', async () => {
	await change(chooseLimit(480));
	expect(rig.sober.actionsIn(4, 'moodle.example')).toEqual([]);
});

it('has the limit of the organisation before that of the learner', async () => {
	vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => ({ soberMode: true, soberLines: 480 }));
	await change(chooseLimit(1080));
	expect(rig.sober.actionsIn(4, 'moodle.example')).toEqual([...EFFECTS, '480p']);
	vi.restoreAllMocks();
});
