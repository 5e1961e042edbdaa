// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepFocus } from '@/entrypoints/popup/keep-focus';
import { settle } from '@/tests/components/screen';

const button = (text: string) => [...document.querySelectorAll('button')].find((each) => each.textContent === text);
const focusedPart = () => document.activeElement?.className || document.activeElement?.localName;

describe('where the control with the focus is gone', () => {
	beforeEach(() => {
		document.body.innerHTML =
			'<main><section class="audit"><p><button>End</button></p></section><button>Other</button></main>';
		vi.spyOn(document, 'hasFocus').mockReturnValue(true);
		keepFocus(document.body);
		button('End')?.focus();
	});

	it('the part around it has the focus, and no stop of its own', async () => {
		document.querySelector('p')?.remove();
		await settle();
		expect(focusedPart()).toBe('audit');
		expect(document.querySelector('section')?.tabIndex).toBe(-1);
	});

	it('what is left around that has it', async () => {
		document.querySelector('section')?.remove();
		await settle();
		expect(focusedPart()).toBe('main');
	});

	it('another control keeps it that has it by then', async () => {
		document.querySelector('p')?.remove();
		button('Other')?.focus();
		await settle();
		expect(document.activeElement).toBe(button('Other'));
	});

	it('a page that has not the focus takes none', async () => {
		vi.spyOn(document, 'hasFocus').mockReturnValue(false);
		document.querySelector('p')?.remove();
		await settle();
		expect(focusedPart()).toBe('body');
	});
});
