import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TOOLS } from '@/scripts/setup/browsers.mjs';
import { findCommand } from '@/scripts/setup/paths.mjs';

/** Size of the display: that of a small laptop. */
export const DISPLAY_PX = { width: 1280, height: 800 } as const;
/** Pictures of a contact sheet, and the width of each. */
const SHEET = { columns: 4, rows: 3, widthPx: 480 } as const;
/** Xvfb writes the number of the display that it has opened here. */
const NUMBER_FD = 3;

/** A display without a screen; `name` as in `DISPLAY`. */
export interface Display {
	readonly name: string;
	close(): Promise<void>;
}

/** Starts Xvfb on a free display. */
export async function openDisplay(): Promise<Display> {
	const { width, height } = DISPLAY_PX;
	const args = ['-displayfd', String(NUMBER_FD), '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'];
	const command = findCommand(TOOLS.xvfb.commands);
	if (!command) throw new Error('No Xvfb on PATH.');
	const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
	const ended = once(child, 'exit');
	const pipe = child.stdio[NUMBER_FD] as NodeJS.ReadableStream;
	const [number] = await once(pipe, 'data');
	return {
		name: `:${String(number).trim()}`,
		async close() {
			child.kill();
			await ended;
		},
	};
}

/** Takes a picture of the display each second, as `001.png` and so on; ends after so many seconds. */
export function recordDisplay({ name }: Display, seconds: number, folder: string): Promise<void> {
	const { width, height } = DISPLAY_PX;
	const grab = ['-f', 'x11grab', '-draw_mouse', '1', '-framerate', '1', '-video_size', `${width}x${height}`];
	return ffmpeg([...grab, '-i', name, '-t', String(seconds), join(folder, '%03d.png')]);
}

/** Puts the pictures of a folder side by side on contact sheets, `sheet-01.png` and so on. */
export function makeSheets(folder: string): Promise<void> {
	const { columns, rows, widthPx } = SHEET;
	const tile = `scale=${widthPx}:-1,tile=${columns}x${rows}:padding=4`;
	return ffmpeg(['-i', join(folder, '%03d.png'), '-vf', tile, join(folder, 'sheet-%02d.png')]);
}

async function ffmpeg(args: readonly string[]): Promise<void> {
	await promisify(execFile)('ffmpeg', ['-v', 'error', '-y', ...args]);
}
