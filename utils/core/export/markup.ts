/** Characters that Markdown interprets. */
const MARKUP = /[\\`*_[\]<>#|]/g;
/** What programs make a link of where it is plain text: the scheme of an address, `www.`, the `@` of a mail address. */
const SCHEME = /\b[a-z][a-z\d+.-]{0,30}:\/\/|\b(?:mailto|xmpp|tel|javascript|data):/gi;
const LINKED = /\bwww\.|(?<=\S)@(?=\S)|(?<=[\p{L}\p{N}])\.(?=\p{L})/giu;

/** A text of a page without live addresses: their scheme goes, so that no reader of the list follows one by a click. */
export function plainText(text: string): string {
	const without = text.replace(SCHEME, '');
	// What is left may join into another one.
	return without === text ? text.replace(/\s+/g, ' ') : plainText(without);
}

/** The same for Markdown, which also links what has no scheme: a backslash before its signs shows them and breaks the link. */
export function escapeMarkup(text: string): string {
	return plainText(text)
		.replace(MARKUP, '\\$&')
		.replace(LINKED, (sign) => sign.replace(/[.@]/, '\\$&'));
}
