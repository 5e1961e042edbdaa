/** Languages that Sobrio speaks, by their tags. */
export const LANGUAGES = ['fr', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];
