import { computed, signal } from '@preact/signals-core';
import type { DashboardModel } from '@/entrypoints/dashboard/model';
import type { Codes, Scope } from '@/utils/core/export/scope';
import { type Form, weekFile } from '@/utils/core/export/week-file';
import { statementKey } from '@/utils/core/export/xapi';
import { courseId } from '@/utils/core/stats/grouping';
import { dayOf } from '@/utils/core/units/day';
import { reportFile } from './report-file';

/** The file of the week in view: for whom, in which form, and its whole content. */
export function createExportView({
	services,
	week,
	weekView: { history, summary },
	profile,
}: Pick<DashboardModel, 'services' | 'week' | 'weekView' | 'profile'>) {
	const scope = signal<Scope>('shareable');
	const form = signal<Form>('csv');
	const codes = signal<{ readonly codes: Codes; readonly ids: ReadonlyMap<string, string> } | null>(null);

	/** Looks the codes of the week's courses up, once its history is there. */
	async function load(): Promise<void> {
		const days = history.value?.days ?? [];
		const [found, ids] = await Promise.all([
			services.loadCodes([...new Set(days.map(courseId))]),
			services.loadIds(days.map(statementKey)),
		]);
		codes.value = { codes: found, ids };
	}

	/** The report as it is shown, for the form that is one; names give way to codes in what is shared. */
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
			version: services.version,
			day: dayOf(services.now()),
		};
	});

	/** Null while the week is being read, or has nothing in it. */
	const file = computed(() => {
		if (report.value) return reportFile(report.value, services.language);
		if (!history.value || !codes.value || form.value === 'report') return null;
		const source = {
			week: week.value,
			...history.value,
			profile: profile.value.profile,
			scope: scope.value,
			...codes.value,
			version: services.version,
			day: dayOf(services.now()),
			language: services.language,
		};
		return weekFile(source, form.value);
	});

	return { scope, form, report, file, load };
}
