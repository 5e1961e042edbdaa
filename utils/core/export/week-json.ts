import { SOURCES, type SourceId } from '@/utils/core/carbon/sources';
import { PROJECT_SITE } from '@/utils/core/project';
import { KINDS } from '@/utils/core/schema/names';
import { WEEK_FORMAT, WEEK_VERSION } from '@/utils/core/schema/week-file';
import { NO_TRAFFIC, sumTraffic } from '@/utils/core/visit/traffic';
import { COLUMNS, jsonFigures, jsonName } from './columns';
import { exportFigures } from './export-figures';
import { type WeekExport, weekRows } from './week-rows';

/** Address of the file's JSON Schema, which `public/` holds. */
export const WEEK_SCHEMA = `${PROJECT_SITE}schemas/sobrio-week-${WEEK_VERSION}.schema.json`;

/** The publications behind the main figure of CO2e. */
const FACTOR_SOURCES: readonly SourceId[] = ['ademe', 'ember', 'ademeArcep', 'dell', 'ademeBill'];

const UNIT_NAMES = {
	count: 'count',
	share: 'ratio from 0 to 1',
	byte: 'byte',
	ms: 'millisecond',
	gram: 'gram of CO2 equivalent',
	token: 'token of a language model',
	wattHour: 'watt-hour',
	smallGram: 'gram of CO2 equivalent',
	millilitre: 'millilitre of water',
} as const;

/** Where and when a file was made. */
export interface Origin {
	/** Version of the extension. */
	readonly version: string;
	/** Local day of the export, `YYYY-MM-DD`: the factors are those of that day, and days before it are over. */
	readonly day: string;
}

/** The week as JSON, as its schema in `public/schemas` describes it. Throws a RangeError for an invalid week. */
export function weekJson(week: WeekExport, origin: Origin): string {
	const rows = weekRows(week);
	const { device, network, country, deviceAgeYears, screenCount } = week.profile;
	const file = {
		$schema: WEEK_SCHEMA,
		format: WEEK_FORMAT,
		version: WEEK_VERSION,
		week: week.week,
		scope: week.scope,
		source: week.scope === 'shareable' ? week.codes.source : null,
		exported_on: origin.day,
		sobrio_version: origin.version,
		units: Object.fromEntries(COLUMNS.map((column) => [jsonName(column), UNIT_NAMES[column.unit]])),
		factors: {
			computed_on: origin.day,
			model: 'ademe',
			sources: FACTOR_SOURCES.map((id) => ({ id, ...SOURCES[id] })),
			equipment: {
				device,
				network,
				country,
				device_age_years: deviceAgeYears,
				screens: screenCount,
			},
		},
		total: jsonFigures(
			COLUMNS,
			exportFigures(
				rows.map(({ figures }) => figures),
				week.profile,
			),
		),
		rows: rows.map(({ day, course, activity, figures }) => ({
			day,
			...course,
			activity,
			...jsonFigures(COLUMNS, figures),
			received_by_kind: Object.fromEntries(
				KINDS.flatMap((kind) => {
					const part = figures.traffic.received[kind];
					if (!part) return [];
					const { measuredBytes, estimatedBytes, unknownCount, lowBytes, highBytes } = sumTraffic({
						...NO_TRAFFIC,
						received: { [kind]: part },
					});
					const bytes = { measured_bytes: measuredBytes, estimated_bytes: estimatedBytes };
					const bounds = { low_bytes: lowBytes, high_bytes: highBytes };
					return [[kind, { ...bytes, ...bounds, unknown_requests: unknownCount }]];
				}),
			),
			video_ms_by_height: figures.media.videoMsByHeight,
		})),
	};
	return `${JSON.stringify(file, null, '\t')}\n`;
}
