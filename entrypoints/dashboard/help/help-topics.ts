import type { ViewName } from '@/entrypoints/dashboard/context/route';

/** The points of each part of the help, by the keys of their texts. */
const POINTS = {
	popup: ['help.popup.page', 'help.popup.bar', 'help.popup.unknown', 'help.popup.grams', 'help.popup.beside'],
	act: ['help.act.tip', 'help.act.sober', 'help.act.effects', 'help.act.goal'],
	follow: ['help.follow.site', 'help.follow.all', 'help.follow.pause', 'help.follow.exact'],
	export: ['help.export.week', 'help.export.scope', 'help.export.weekly', 'help.export.backup'],
	group: ['help.group.collect', 'help.group.read', 'help.group.people'],
	limits: ['help.limits.grams', 'help.limits.elsewhere', 'help.limits.learning', 'help.limits.people'],
} as const;

/** A part of the help. */
export interface HelpTopic {
	readonly name: keyof typeof POINTS;
	readonly points: (typeof POINTS)[keyof typeof POINTS];
	/** The view where it is done; null for none. */
	readonly view: ViewName | null;
}

/** In the order of display. */
export const HELP: readonly HelpTopic[] = [
	{ name: 'popup', points: POINTS.popup, view: 'week' },
	{ name: 'act', points: POINTS.act, view: 'settings' },
	{ name: 'follow', points: POINTS.follow, view: 'sites' },
	{ name: 'export', points: POINTS.export, view: 'export' },
	{ name: 'group', points: POINTS.group, view: 'group' },
	{ name: 'limits', points: POINTS.limits, view: 'method' },
];
