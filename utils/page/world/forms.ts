import { quietly } from '@/utils/page/quietly';
import { bodyBytes, urlencodedBytes } from './body-bytes';
import { caller, listen, matches, OwnWeakMap, reader, targetOf } from './natives';
import { create, listenInShadowRoots, wrapClass } from './wrap';

/**
 * Chromium dispatches `formdata` twice for one submission, the second time some milliseconds later for the Navigation API
 * (`NavigateEvent.formData`).
 */
const REPEAT_MS = 1_000;

/**
 * Calls `onSend` with the bytes of each form that the browser submits by itself: by a button, `requestSubmit` or `submit`.
 * Reads the fields of the browser's `formdata` event, so that no code of the page runs twice.
 */
export function hookForms(onSend: (bytes: number) => void): void {
	const attributeOf = caller(Element.prototype, 'getAttribute');
	const submitterOf = reader(SubmitEvent.prototype, 'submitter');
	const fieldsOf = reader(FormDataEvent.prototype, 'formData');
	const timeOf = reader(Event.prototype, 'timeStamp');
	const later = setTimeout;
	/** The buttons of submissions in progress. */
	const submitters = new OwnWeakMap<EventTarget, HTMLElement>();
	/** When each form was last counted, on the clock of `performance`. */
	const countedAtMs = new OwnWeakMap<EventTarget, number>();
	let constructorDepth = 0;

	// `new FormData(form)` dispatches the same event without submitting anything.
	wrapClass(['FormData'], {
		construct: function trap(FormDataClass, args, newTarget) {
			constructorDepth++;
			try {
				return create(FormDataClass, args, newTarget, trap);
			} finally {
				constructorDepth--;
			}
		},
	});
	const onSubmit = (event: SubmitEvent) => {
		const form = targetOf(event);
		const submitter = submitterOf(event);
		if (!form || !submitter) return;
		submitters.set(form, submitter);
		// The browser submits, or the page cancels, within this task.
		later(() => submitters.delete(form));
	};
	const onFormData = (event: FormDataEvent) => {
		const form = targetOf(event) as HTMLFormElement | null;
		const timeMs = timeOf(event);
		if (constructorDepth > 0 || !form) return;
		const submitter = submitters.get(form);
		// Not `form.method`: a field with that name would hide the property.
		const setting = (name: string) =>
			(submitter && attributeOf(submitter, `form${name}`)) ?? attributeOf(form, name) ?? '';
		// A form may be submitted twice within its own event: each opens a window, where elsewhere the second replaces the first.
		const isRepeated = timeMs - (countedAtMs.get(form) ?? -REPEAT_MS) < REPEAT_MS;
		if (isRepeated && !matches(/^_blank$/i, setting('target'))) return;
		countedAtMs.set(form, timeMs);
		if (!matches(/^post$/i, setting('method'))) return;
		const fields = fieldsOf(event);
		onSend(matches(/^multipart/i, setting('enctype')) ? bodyBytes(fields) : urlencodedBytes(fields));
	};
	const noteSubmit = (event: Event) => quietly(() => onSubmit(event as SubmitEvent));
	const noteFormData = (event: Event) => quietly(() => onFormData(event as FormDataEvent));
	listen(document, 'submit', noteSubmit, true);
	listen(document, 'formdata', noteFormData, true);
	listenInShadowRoots('submit', noteSubmit);
	listenInShadowRoots('formdata', noteFormData);
}
