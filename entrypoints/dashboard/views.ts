import { signal } from '@preact/signals-core';
import type { DashboardContext, View } from './context/context';
import type { ViewName } from './context/route';
import { openWeek } from './week/WeekView';
import { createWeekModel } from './week/week-model';
import { createWeeklyModel } from './weekly/weekly-model';

/** The views of the dashboard: the week comes with the page, the code of the others is loaded when they are first opened. */
export function createViews(context: DashboardContext) {
	const shared = { context, week: createWeekModel(context), weekly: createWeeklyModel(context) };
	const opened = new Map<ViewName, View>([['week', openWeek(shared)]]);
	/** The view of the route: null until its code is loaded, `failed` when it could not be loaded. */
	const current = signal<View | 'failed' | null>(null);
	let shown: ViewName | null = null;

	const loadCode: Readonly<Record<Exclude<ViewName, 'week'>, () => Promise<View>>> = {
		month: async () => (await import('./month/MonthView')).openMonth(context),
		export: async () => (await import('./export/ExportView')).openExport(shared),
		group: async () => (await import('./group/GroupView')).openGroup(context.locale),
		audits: async () => (await import('./audits/AuditsView')).openAudits(context),
		sites: async () => (await import('./sites/SitesView')).openSites(),
		method: async () => (await import('./method/MethodView')).openMethod(context),
		data: async () => (await import('./data/OwnDataView')).openData(context),
		help: async () => (await import('./help/HelpView')).openHelp(context),
		settings: async () => (await import('./settings/SettingsView')).openSettings(context),
	};

	/** Shows the view of the route, and closes the one before. */
	async function show(): Promise<void> {
		const name = context.route.value.view;
		if (name === shown) return;
		if (current.value !== 'failed') current.value?.close?.();
		shown = name;
		current.value = opened.get(name) ?? null;
		if (current.value || name === 'week') return;
		const view = await loadCode[name]().catch(() => 'failed' as const);
		if (view !== 'failed' && !view.close) opened.set(name, view);
		if (shown === name) current.value = view;
		else if (view !== 'failed') view.close?.();
	}

	/** Reads what the current view shows. */
	async function load(): Promise<void> {
		if (current.value !== 'failed') await current.value?.load?.();
	}

	return { current, show, load };
}
