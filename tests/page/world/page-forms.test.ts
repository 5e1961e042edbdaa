// @vitest-environment happy-dom
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hookForms } from '@/utils/page/world/forms';

const TEXT = 'été';
/** `note=%C3%A9t%C3%A9`, as the browser encodes it. */
const URLENCODED_BYTES = 'note=%C3%A9t%C3%A9'.length;
/** Multipart: what precedes the field, its name and its text. */
const MULTIPART_BYTES = 140 + 4 + 5;

const NativeFormData = globalThis.FormData;
/** Dispatches `formdata` when a script reads a form, as browsers do and happy-dom does not. */
class ReadingFormData extends NativeFormData {
	constructor(read?: HTMLFormElement) {
		super();
		if (read) submit(read);
	}
}

/** happy-dom lacks it. */
class FakeFormDataEvent extends Event {
	readonly #fields: FormData;
	constructor(fields: FormData) {
		super('formdata', { bubbles: true });
		this.#fields = fields;
	}
	get formData() {
		return this.#fields;
	}
}

const onSend = vi.fn();
vi.stubGlobal('FormDataEvent', FakeFormDataEvent);
vi.stubGlobal('FormData', ReadingFormData);
hookForms(onSend);
beforeEach(() => onSend.mockClear());
afterAll(() => vi.unstubAllGlobals());

function formOf(html: string): HTMLFormElement {
	document.body.innerHTML = html;
	return document.querySelector('form') as HTMLFormElement;
}

/** Dispatches `formdata` as a browser does when it submits a form. */
function submit(form: HTMLFormElement): void {
	const formData = new FormData();
	formData.append('note', TEXT);
	form.dispatchEvent(new FakeFormDataEvent(formData));
}

describe('a form that the browser submits', () => {
	it.each([
		['its fields', '<form method="post"></form>', URLENCODED_BYTES],
		['its parts', '<form method="POST" enctype="multipart/form-data"></form>', MULTIPART_BYTES],
		['its fields, though one is called method', '<form method="post"><input name="method"></form>', URLENCODED_BYTES],
	])('sends %s', (_title, html, bytes) => {
		const form = formOf(html);
		submit(form);
		submit(form);
		expect(onSend).toHaveBeenCalledExactlyOnceWith(bytes);
	});

	it.each([
		['get', '<form></form>'],
		['dialog', '<form method="dialog"></form>'],
	])('sends no body by %s', (_method, html) => {
		submit(formOf(html));
		expect(onSend).not.toHaveBeenCalled();
	});

	it('in windows sends each time: submitted again within its own event, it opens two', () => {
		const form = formOf('<form method="post" target="_blank"></form>');
		submit(form);
		submit(form);
		expect(onSend).toHaveBeenCalledTimes(2);
	});

	it('in a closed shadow root', () => {
		const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
		root.innerHTML = '<form method="post"></form>';
		submit(root.querySelector('form') as HTMLFormElement);
		expect(onSend).toHaveBeenCalledExactlyOnceWith(URLENCODED_BYTES);
	});

	it('uses the attributes of the pressed button, for this submission only', async () => {
		const form = formOf('<form><button formmethod="post"></button></form>');
		form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, submitter: form.querySelector('button') }));
		submit(form);
		expect(onSend).toHaveBeenCalledExactlyOnceWith(URLENCODED_BYTES);
		await new Promise((resolve) => setTimeout(resolve));
		vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
		submit(form);
		expect(onSend).toHaveBeenCalledOnce();
		vi.restoreAllMocks();
	});
});

it('a form that a script reads is not counted', () => {
	const read = new FormData(formOf('<form method="post"></form>'));
	expect(read).toBeInstanceOf(ReadingFormData);
	expect(onSend).not.toHaveBeenCalled();
});
