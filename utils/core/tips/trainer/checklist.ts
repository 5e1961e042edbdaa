import { type Cell, type CsvDialect, writeCsv } from '@/utils/core/export/csv';
import { escapeMarkup, plainText } from '@/utils/core/export/markup';
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
