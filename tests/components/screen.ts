import { effect } from '@preact/signals-core';
import { type ComponentChild, render } from 'preact';

let stopDrawing = () => {};

/** Draws a page as its main.tsx does: whole, and again when a signal changes that was read on the way. */
export function draw(page: () => ComponentChild): void {
	stopDrawing();
	stopDrawing = effect(() => render(page(), document.body));
}

/** Takes the page away. */
export function clear(): void {
	stopDrawing();
	render(null, document.body);
}

/** Lets promises and signals settle. */
export async function settle(): Promise<void> {
	for (let turn = 0; turn < 5; turn++) await Promise.resolve();
	await new Promise((resolve) => setTimeout(resolve));
}

/** What a reader sees, with plain spaces in place of the no-break ones. */
export function read(selector = 'body'): string {
	return plain(document.querySelector(selector)?.textContent ?? '');
}

/** Words with plain spaces, single. */
export function plain(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** The button or link that a reader calls by a name. Throws when there is none, or more than one. */
export function control(name: string): HTMLElement {
	const found = [...document.querySelectorAll<HTMLElement>('button, a, summary')].filter(
		(element) => plain(element.getAttribute('aria-label') ?? element.textContent ?? '') === name,
	);
	if (found.length !== 1) throw new Error(`${found.length} controls are named "${name}"`);
	return found[0] as HTMLElement;
}

/** Whether a control of that name is there. */
export function hasControl(name: string): boolean {
	return [...document.querySelectorAll('button, a')].some(
		(element) => plain(element.getAttribute('aria-label') ?? element.textContent ?? '') === name,
	);
}
