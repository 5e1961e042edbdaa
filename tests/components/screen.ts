import { effect } from '@preact/signals-core';
import { type ComponentChild, render } from 'preact';

let stopDrawing = () => {};

/** Renders a page as its main.tsx does: as a whole, again whenever a signal that was read changes. */
export function draw(page: () => ComponentChild): void {
	stopDrawing();
	stopDrawing = effect(() => render(page(), document.body));
}

/** Removes the page. */
export function clear(): void {
	stopDrawing();
	render(null, document.body);
}

/** Waits until promises and signals have settled. */
export async function settle(): Promise<void> {
	for (let turn = 0; turn < 5; turn++) await Promise.resolve();
	await new Promise((resolve) => setTimeout(resolve));
}

/** The text of the page, with plain spaces in place of no-break ones. */
export function read(selector = 'body'): string {
	return plain(document.querySelector(selector)?.textContent ?? '');
}

/** Text with single plain spaces. */
export function plain(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** The button or link with an accessible name. Throws unless there is exactly one. */
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
