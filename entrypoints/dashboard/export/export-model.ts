import { computed, signal } from '@preact/signals-core';
import type { DashboardContext } from '@/entrypoints/dashboard/context/context';
import type { WeekModel } from '@/entrypoints/dashboard/week/week-model';
import type { Codes } from '@/utils/core/export/scope';
import { type Form, weekFile, weekFileName } from '@/utils/core/export/week-file';
import type { Scope } from '@/utils/core/schema/names';
import { courseId } from '@/utils/core/stats/grouping';
import { dayOf, weekOf } from '@/utils/core/units/day';
import { readCommonSalt } from '@/utils/settings/class-code';
import { loadPseudonyms } from '@/utils/settings/pseudonyms';
import { reportFile } from './WeekReport';

/** The file of the week that is shown: its recipient, its format and its content. */
export function createExportModel(
	{ week, profile, now, version, locale }: DashboardContext,
	{ history, summary }: Pick<WeekModel, 'history' | 'summary'>,
) {
	const scope = signal<Scope>('shareable');
	const form = signal<Form>('csv');
	const codes = signal<{ readonly codes: Codes; readonly ids: ReadonlyMap<string, string> } | null>(null);

	/** Whose codes those of courses are in common with; null where they are this install's. */
	const commonCodes = signal<'organisation' | 'class' | null>(null);

	/** Computes the codes of the week's courses. Called once its history is loaded. */
	async function load(): Promise<void> {
		codes.value = await loadPseudonyms(history.value?.days ?? []);
		commonCodes.value = (await readCommonSalt())?.of ?? null;
	}

	/** The content of the report, for that format; with codes in place of names if it is to be shared. */
	const report = computed(() => {
		if (!summary.value || !codes.value || form.value !== 'report') return null;
		const known = codes.value.codes.courses;
		const coded = summary.value.courses.map((course) => {
			const code = known.get(courseId(course)) ?? '';
			return { ...course, host: '', platform: '', courseKey: code, label: code };
		});
		const courses = scope.value === 'shareable' ? coded : summary.value.courses;
		return {
			summary: { ...summary.value, courses },
			profile: profile.value.profile,
			version,
			day: dayOf(now()),
		};
	});

	/** Null while the week is being read, and for an empty week. */
	const file = computed(() => {
		if (report.value && codes.value) {
			const name = weekFileName({ week: week.value, scope: scope.value, codes: codes.value.codes }, 'report');
			return reportFile(report.value, name, locale);
		}
		if (!history.value || !codes.value || form.value === 'report') return null;
		const source = {
			week: week.value,
			...history.value,
			profile: profile.value.profile,
			scope: scope.value,
			...codes.value,
			version,
			day: dayOf(now()),
			language: locale,
		};
		return weekFile(source, form.value);
	});

	/** Whether the file would have no statement: a day has one once it is over. */
	const isTooEarly = computed(
		() =>
			form.value === 'xapi' &&
			file.value !== null &&
			history.value !== null &&
			!history.value.days.some(({ day }) => day < dayOf(now()) && weekOf(day) === week.value),
	);

	return { scope, form, commonCodes, report, file, isTooEarly, load };
}
