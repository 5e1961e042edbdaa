import { computed, signal } from '@preact/signals-core';
import { estimateUse } from '@/utils/core/carbon/estimate';
import { DEFAULT_PROFILE } from '@/utils/core/carbon/profile';
import { compareWeeks } from '@/utils/core/stats/compare';
import { useOf } from '@/utils/core/stats/figures';
import { summariseWeek } from '@/utils/core/stats/week';
import { tipsFor } from '@/utils/core/tips/rank';
import { dayOf, shiftWeek, weekOf } from '@/utils/core/units/day';
import type { ProfileState } from '@/utils/settings/profile';
import { sampleDays, sampleVisit, type Trial } from './sample';

/** All that the demo asks of the browser: whose equipment the grams are for, and which day it is. */
export interface DemoServices {
	loadProfile(): Promise<ProfileState>;
	now(): Date;
}

/** The demo's state: what was set on the lesson, and what the popup's own rules make of it. Nothing is kept. */
export function createDemoModel(services: DemoServices, courseLabel: string) {
	const today = dayOf(services.now());
	const week = weekOf(today);
	const trial = signal<Trial>({ lines: '1080', isHidden: false });
	const profile = signal(DEFAULT_PROFILE);
	/** Tips put off in the demo, by id: they come back with the next visit of the page. */
	const dismissed = signal<Readonly<Record<string, string>>>({});
	const putOff = signal<string | null>(null);
	const turn = signal(0);

	const visit = computed(() => sampleVisit(trial.value, today, courseLabel));
	const pageGrams = computed(() => estimateUse(useOf(visit.value), profile.value).co2eGrams);
	const tips = computed(() => tipsFor({ visit: visit.value, profile: profile.value }, dismissed.value, today));
	const index = computed(() => (tips.value.length > 0 ? turn.value % tips.value.length : 0));
	const summary = computed(() => summariseWeek(week, sampleDays(trial.value, today), [], profile.value));
	const change = computed(() => {
		const last = summariseWeek(shiftWeek(week, -1), sampleDays(trial.value, today), [], profile.value);
		return compareWeeks(summary.value, last, today);
	});

	async function start(): Promise<void> {
		profile.value = (await services.loadProfile()).profile;
	}

	/** Sets one thing on the lesson. */
	function set(changed: Partial<Trial>): void {
		trial.value = { ...trial.value, ...changed };
	}

	function next(): void {
		turn.value = index.value + 1;
	}

	function later(tipId: string): void {
		putOff.value = tipId;
		dismissed.value = { ...dismissed.value, [tipId]: today };
	}

	function undo(): void {
		const { [putOff.value ?? '']: _, ...others } = dismissed.value;
		putOff.value = null;
		dismissed.value = others;
	}

	return { today, trial, visit, pageGrams, tips, index, putOff, summary, change, start, set, next, later, undo };
}

export type DemoModel = ReturnType<typeof createDemoModel>;
