import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { watchCommands } from '@/utils/background/events';

test('the command opens the panel of the window at once, and no other command does', () => {
	let press = (_name: string, _tab: object) => {};
	const open = vi.fn(async () => {});
	const onCommand = { addListener: (listener: typeof press) => (press = listener) };
	Object.assign(fakeBrowser, { commands: { onCommand }, sidePanel: { open } });
	watchCommands();
	press('another', { windowId: 3 });
	expect(open).not.toHaveBeenCalled();
	press('open-panel', { windowId: 3 });
	expect(open).toHaveBeenCalledWith({ windowId: 3 });
});
