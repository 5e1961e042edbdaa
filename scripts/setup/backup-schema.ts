import { BACKUP_SCHEMA } from '@/utils/core/export/backup';
import { BACKUP_FORMAT, BACKUP_VERSION } from '@/utils/core/schema/backup-file';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { ACTIVITIES, KINDS, WASTE_FIELDS } from '@/utils/core/schema/names';
import { exactly } from './schema-parts.ts';

const AMOUNT = { type: 'number' };
const OR_NULL = { type: ['number', 'null'] };
const DAY = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

const PLACE = {
	host: { type: 'string', pattern: '^[a-z0-9.-]{1,253}$' },
	platform: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,39}$' },
	courseKey: { type: 'string', maxLength: 200 },
};

/** What a media figure may be, by what it is where nothing was played. */
function likeNothing(nothing: unknown): object {
	if (typeof nothing === 'object' && nothing !== null) return { type: 'object', additionalProperties: AMOUNT };
	return nothing === null ? OR_NULL : AMOUNT;
}

const TOTALS = {
	...PLACE,
	day: DAY,
	activity: { enum: ACTIVITIES },
	activeMs: AMOUNT,
	traffic: { $ref: '#/$defs/traffic' },
	media: { $ref: '#/$defs/media' },
	waste: { $ref: '#/$defs/waste' },
};

/** The JSON Schema (draft 2020-12) of a backup, from the tables that check one. */
export function backupSchema(): object {
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		$id: BACKUP_SCHEMA,
		title: 'A backup of Sobrio',
		description:
			'Everything that Sobrio keeps on one machine. Times are milliseconds, sizes are bytes, days are local; null is what nobody knows. Only what was measured is kept: grams are computed when they are shown.',
		...exactly({
			format: { const: BACKUP_FORMAT },
			version: { const: BACKUP_VERSION },
			settings: { type: 'object' },
			courses: {
				type: 'array',
				items: exactly({ ...PLACE, label: { type: 'string', maxLength: 300 }, lastDay: DAY }),
			},
			days: {
				type: 'array',
				items: exactly({
					day: DAY,
					totals: {
						type: 'array',
						minItems: 1,
						items: exactly({ ...TOTALS, visitCount: { type: 'integer', minimum: 1 } }, ['waste']),
					},
					visits: {
						type: 'array',
						items: exactly({ ...TOTALS, id: { type: 'string', pattern: '^[\\w-]{1,64}$' }, startedAtMs: AMOUNT }, [
							'waste',
						]),
					},
				}),
			},
		}),
		$defs: {
			traffic: exactly({
				received: exactly(Object.fromEntries(KINDS.map((kind) => [kind, { $ref: '#/$defs/kind' }])), KINDS),
				sentBytes: OR_NULL,
				sparedBytes: AMOUNT,
			}),
			kind: exactly({
				measuredBytes: AMOUNT,
				estimatedBytes: AMOUNT,
				unknownCount: AMOUNT,
				requestCount: AMOUNT,
			}),
			media: exactly(Object.fromEntries(Object.entries(NO_MEDIA).map(([name, value]) => [name, likeNothing(value)]))),
			waste: exactly(Object.fromEntries(WASTE_FIELDS.map((name) => [name, AMOUNT])), WASTE_FIELDS),
		},
	};
}
