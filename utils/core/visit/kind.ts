/** What a request carried, as the figures tell it apart. The order is the order of display. */
export const KINDS = [
	'video',
	'audio',
	'image',
	'script',
	'style',
	'font',
	'document',
	'data',
	'file',
	'socket',
	'other',
] as const;

/** One of {@link KINDS}; `data` is what scripts fetch, `file` a document handed to the learner (PDF, office, archive). */
export type Kind = (typeof KINDS)[number];
