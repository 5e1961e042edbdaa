import { tokenLimits } from '@/utils/core/assistants/bounds';
import type { FigureUnit } from '@/utils/core/schema/week-file';
import { sumFamilies } from '@/utils/core/visit/assistants';
import type { Totals } from '@/utils/core/visit/totals';
import { sumTraffic } from '@/utils/core/visit/traffic';
import type { ExportFigures } from './export-figures';

/** One figure of every export format: CSV, JSON and xAPI are made from this table. */
export interface Column<Source> {
	/** Name without its unit, `received`; each format adds the unit its own way. */
	readonly name: string;
	readonly unit: FigureUnit;
	/** In `unit`; null for what is unknown. */
	readonly value: (source: Source) => number | null;
}

type Row<Source> = readonly [name: string, unit: FigureUnit, value: Column<Source>['value']];

function columns<Source>(rows: readonly Row<Source>[]): readonly Column<Source>[] {
	return rows.map(([name, unit, value]) => ({ name, unit, value }));
}

/** Measurements. A new figure is one line here; then run `node scripts/export-schemas.ts`. */
export const MEASURED_COLUMNS = columns<Totals>([
	['visits', 'count', ({ visitCount }) => visitCount],
	['received', 'byte', ({ traffic }) => sumTraffic(traffic).receivedBytes],
	// Between which bytes the truth is; the upper one is null where a size is unknown and nothing limits it.
	['received_low', 'byte', ({ traffic }) => sumTraffic(traffic).lowBytes],
	['received_high', 'byte', ({ traffic }) => sumTraffic(traffic).highBytes],
	// Null when nothing was received.
	['measured_share', 'share', ({ traffic }) => sumTraffic(traffic).measuredShare],
	['requests', 'count', ({ traffic }) => sumTraffic(traffic).requestCount],
	['unknown_requests', 'count', ({ traffic }) => sumTraffic(traffic).unknownCount],
	// Null where the browser does not count what is sent.
	['sent', 'byte', ({ traffic }) => traffic.sentBytes],
	['spared_by_cache', 'byte', ({ traffic }) => traffic.sparedBytes],
	['active', 'ms', ({ activeMs }) => activeMs],
	['video', 'ms', ({ media }) => media.videoMs],
	['hidden_video', 'ms', ({ media }) => media.hiddenMs],
	['oversized_video', 'ms', ({ media }) => media.oversizedMs],
	['audio', 'ms', ({ media }) => media.audioMs],
	// The part of video and sound for which the figures down to `seeks` are known.
	['detailed_media', 'ms', ({ media }) => media.detailedMs],
	['off_screen_video', 'ms', ({ media }) => media.offScreenMs],
	['muted_video', 'ms', ({ media }) => media.mutedMs],
	['captioned_video', 'ms', ({ media }) => media.captionedMs],
	['idle_media', 'ms', ({ media }) => media.idleMs],
	['self_started_media', 'ms', ({ media }) => media.selfStartedMs],
	['replayed_media', 'ms', ({ media }) => media.replayedMs],
	['skipped_media', 'ms', ({ media }) => media.skippedMs],
	['seeks', 'count', ({ media }) => media.seekCount],
	['unplayed_media', 'byte', ({ media }) => media.unplayedBytes],
	['class', 'ms', ({ media }) => media.classMs],
	// AI assistants. Tokens are those of answers that were read; the upper one is null where an answer was not.
	['ai_prompts', 'count', ({ assistants = {} }) => sumFamilies(assistants).promptCount],
	['ai_regenerations', 'count', ({ assistants = {} }) => sumFamilies(assistants).regenerationCount],
	['ai_images', 'count', ({ assistants = {} }) => sumFamilies(assistants).imageCount],
	['ai_unread_answers', 'count', ({ assistants = {} }) => sumFamilies(assistants).unreadCount],
	['ai_tokens_low', 'token', ({ assistants }) => tokenLimits(assistants).low],
	['ai_tokens_high', 'token', ({ assistants }) => tokenLimits(assistants).high],
]);

/** Computed from measurements by the published factors, for one equipment. */
const DERIVED_COLUMNS = columns<ExportFigures>([
	['co2e_g_low', 'gram', ({ estimate }) => estimate.co2eGrams.low],
	['co2e_g_central', 'gram', ({ estimate }) => estimate.co2eGrams.central],
	['co2e_g_high', 'gram', ({ estimate }) => estimate.co2eGrams.high],
	// Beside the CO2e above, not in it: a provider's machines are no part of a course.
	['ai_wh_low', 'wattHour', ({ answers }) => answers.wh.low],
	['ai_wh_high', 'wattHour', ({ answers }) => answers.wh.high],
	['ai_co2e_g_low', 'smallGram', ({ answers }) => answers.co2eGrams.low],
	['ai_co2e_g_high', 'smallGram', ({ answers }) => answers.co2eGrams.high],
	['ai_water_ml_low', 'millilitre', ({ answers }) => answers.waterMl.low],
	['ai_water_ml_high', 'millilitre', ({ answers }) => answers.waterMl.high],
]);

/** All figures of an export, in their order. */
export const COLUMNS: readonly Column<ExportFigures>[] = [...MEASURED_COLUMNS, ...DERIVED_COLUMNS];

const JSON_SUFFIX: Readonly<Record<FigureUnit, string>> = {
	count: '',
	share: '',
	byte: '_bytes',
	ms: '_ms',
	gram: '',
	token: '',
	wattHour: '',
	smallGram: '',
	millilitre: '',
};

/** The name of a column in JSON and xAPI, which keep bytes and milliseconds: `received_bytes`. */
export function jsonName({ name, unit }: Pick<Column<never>, 'name' | 'unit'>): string {
	return name + JSON_SUFFIX[unit];
}

/** Enough for every figure, and few enough to drop rounding errors: the same row is the same text everywhere. */
const JSON_DECIMALS = 6;

/** The figures of a row by their names in JSON. */
export function jsonFigures<Source>(table: readonly Column<Source>[], source: Source): Record<string, number | null> {
	return Object.fromEntries(
		table.map((column) => {
			const value = column.value(source);
			return [jsonName(column), value === null ? null : Number(value.toFixed(JSON_DECIMALS))];
		}),
	);
}
