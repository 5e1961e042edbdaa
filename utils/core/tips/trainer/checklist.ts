import { type Cell, type CsvDialect, writeCsv } from '@/utils/core/export/csv';
import type { Reference } from '@/utils/core/tips/rule';

/** One thing to change, in words. */
export interface ChecklistItem {
	readonly course: string;
	readonly activity: string;
	readonly title: string;
	readonly body: string;
	/** The criteria that it rests on. */
	readonly references: readonly Reference[];
	/** Megabytes at stake at each view; null where the matter is not bytes by itself. */
	readonly megabytesPerView: number | null;
}

/** What the file says around the items. */
export interface ChecklistWords {
	readonly title: string;
	readonly about: string;
	/** Names of the columns: course, activity, what, why, criteria, megabytes a view, done. */
	readonly columns: readonly [string, string, string, string, string, string, string];
	readonly perView: (megabytes: string) => string;
}

/** Characters that Markdown would take for its own. */
const MARKUP = /[\\`*_[\]<>#|]/g;

function plain(text: string): string {
	return text.replace(MARKUP, '\\$&').replace(/\s+/g, ' ');
}

/** A list with boxes to tick, course by course, for somebody who has no extension: Markdown. */
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
				return `- [ ] ${plain(activity)} : ${plain(title)} ${plain(body)}${stake} (${cited})`;
			});
		return `## ${plain(course)}\n\n${lines.join('\n')}\n`;
	});
	return `# ${words.title}\n\n${words.about}\n\n${parts.join('\n')}`;
}

/** The same as a table, for a spreadsheet. */
export function checklistCsv(items: readonly ChecklistItem[], words: ChecklistWords, dialect: CsvDialect): string {
	const rows = items.map(({ course, activity, title, body, references, megabytesPerView }): readonly Cell[] => [
		course,
		activity,
		title,
		body,
		references.map(({ label }) => label).join(', '),
		megabytesPerView === null ? null : { value: megabytesPerView, decimals: 1 },
		'',
	]);
	return writeCsv([words.columns, ...rows], dialect);
}
