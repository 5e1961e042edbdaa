import { type Cell, type CsvDialect, writeCsv } from '@/utils/core/export/csv';
import type { Reference } from '@/utils/core/tips/rule';

/** One thing to change, as text. */
export interface ChecklistItem {
	readonly course: string;
	readonly activity: string;
	readonly title: string;
	readonly body: string;
	readonly references: readonly Reference[];
	/** Megabytes at stake for each view; null where the advice is not about bytes. */
	readonly megabytesPerView: number | null;
}

/** Texts of the file besides the items. */
export interface ChecklistWords {
	readonly title: string;
	readonly about: string;
	/** Column titles: course, activity, what, why, criteria, megabytes per view, done. */
	readonly columns: readonly [string, string, string, string, string, string, string];
	readonly perView: (megabytes: string) => string;
}

/** Characters that Markdown interprets. */
const MARKUP = /[\\`*_[\]<>#|]/g;
/** What programs make a link of where it is plain text: the scheme of an address, `www.`, the `@` of a mail address. */
const SCHEME = /\b[a-z][a-z\d+.-]{0,30}:\/\/|\b(?:mailto|xmpp|tel|javascript|data):/gi;
const LINKED = /\bwww\.|(?<=\S)@(?=\S)|(?<=[\p{L}\p{N}])\.(?=\p{L})/giu;

/** A text of a page without live addresses: their scheme goes, so that no reader of the list follows one by a click. */
function plainText(text: string): string {
	const without = text.replace(SCHEME, '');
	// What is left may join into another one.
	return without === text ? text.replace(/\s+/g, ' ') : plainText(without);
}

/** The same for Markdown, which also links what has no scheme: a backslash before its signs shows them and breaks the link. */
function escapeMarkup(text: string): string {
	return plainText(text)
		.replace(MARKUP, '\\$&')
		.replace(LINKED, (sign) => sign.replace(/[.@]/, '\\$&'));
}

/** A Markdown list with check boxes, course by course, for people without the extension. */
export function checklistMarkdown(
	items: readonly ChecklistItem[],
	words: ChecklistWords,
	megabytesText: (megabytes: number) => string,
): string {
	const courses = [...new Set(items.map(({ course }) => course))];
	const parts = courses.map((course) => {
		const lines = items
			.filter((item) => item.course === course)
			.map(({ activity, title, body, references, megabytesPerView }) => {
				const cited = references.map(({ label, url }) => `[${label}](${url})`).join(', ');
				const stake = megabytesPerView === null ? '' : ` **${words.perView(megabytesText(megabytesPerView))}**`;
				return `- [ ] ${escapeMarkup(activity)} : ${escapeMarkup(title)} ${escapeMarkup(body)}${stake} (${cited})`;
			});
		return `## ${escapeMarkup(course)}\n\n${lines.join('\n')}\n`;
	});
	return `# ${words.title}\n\n${words.about}\n\n${parts.join('\n')}`;
}

/** The same as a CSV table. */
export function checklistCsv(items: readonly ChecklistItem[], words: ChecklistWords, dialect: CsvDialect): string {
	const rows = items.map(({ course, activity, title, body, references, megabytesPerView }): readonly Cell[] => [
		plainText(course),
		activity,
		title,
		body,
		references.map(({ label }) => label).join(', '),
		megabytesPerView === null ? null : { value: megabytesPerView, decimals: 1 },
		'',
	]);
	return writeCsv([words.columns, ...rows], dialect);
}
