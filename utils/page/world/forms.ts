import { bodyBytes, urlencodedBytes } from './body-bytes';
import { quietly, wrap } from './wrap';

/**
 * Chromium puts the fields of one submission together twice, the second time some milliseconds later for the Navigation API
 * (`NavigateEvent.formData`).
 */
const AGAIN_MS = 1_000;

/**
 * Calls `onSend` with the bytes of each form that the browser submits itself, by a button, by `requestSubmit` or by a script's `submit`.
 * The fields are those that the browser has put together (`formdata`), so that nothing of the page's runs twice.
 */
export function hookForms(onSend: (bytes: number) => void): void {
	const { getAttribute } = Element.prototype;
	/** The buttons of the submissions under way. */
	const submitters = new WeakMap<EventTarget, HTMLElement>();
	/** When each form was last counted, on the clock of `performance`. */
	const countedAtMs = new WeakMap<EventTarget, number>();
	let readingCount = 0;

	// A script that reads a form for itself gets the same event, and sends what it likes.
	wrap(globalThis, 'FormData', {
		construct(FormDataClass, args, newTarget) {
			readingCount++;
			try {
				return Reflect.construct(FormDataClass, args, newTarget) as object;
			} finally {
				readingCount--;
			}
		},
	});
	addEventListener(
		'submit',
		({ target: form, submitter }) => {
			if (!form || !submitter) return;
			submitters.set(form, submitter);
			// The browser goes on, or not, before anything else runs.
			setTimeout(() => submitters.delete(form));
		},
		{ capture: true },
	);
	addEventListener('formdata', ({ target, formData }) => {
		const now = performance.now();
		if (readingCount > 0 || !target || now - (countedAtMs.get(target) ?? -AGAIN_MS) < AGAIN_MS) return;
		countedAtMs.set(target, now);
		quietly(() => {
			const form = target as HTMLFormElement;
			const submitter = submitters.get(form);
			// Fields may be called as the form's properties are.
			const setting = (name: string) =>
				(submitter && getAttribute.call(submitter, `form${name}`)) ?? getAttribute.call(form, name) ?? '';
			if (!/^post$/i.test(setting('method'))) return;
			onSend(/^multipart/i.test(setting('enctype')) ? bodyBytes(formData) : urlencodedBytes(formData));
		});
	});
}
