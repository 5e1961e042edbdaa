import { ASSISTANT_FACTORS } from '@/utils/core/assistants/factors';
import { factorsFor } from '@/utils/core/carbon/factors';
import { EMBER_GRID } from '@/utils/core/carbon/grid-table';
import { SOURCES } from '@/utils/core/carbon/sources';
import { type Cell, SOFTWARE, writeCsv } from '@/utils/core/export/csv';

export const FACTOR_FILE = 'docs/data/factors.csv';

const HEADER = ['topic', 'id', 'value', 'unit', 'publisher', 'title', 'year', 'link'];
const COUNTRIES = [...EMBER_GRID.matchAll(/[A-Z]{2}/g)].map(([country]) => country);
/** More than any factor has. */
const MAX_DECIMALS = 12;

/** Every factor of the models as CSV (RFC 4180), with its unit and source; electricity for each country that Ember covers. */
export function factorFile(): string {
	const all = [...COUNTRIES.flatMap((country) => factorsFor(country)), ...ASSISTANT_FACTORS];
	const byId = new Map(all.map((factor) => [`${factor.topic} ${factor.id} ${factor.source}`, factor]));
	const rows = [...byId.values()].map(({ topic, id, value, unit, source }): Cell[] => {
		const { publisher, title, year, link } = SOURCES[source];
		return [topic, id, { value, decimals: MAX_DECIMALS }, unit, publisher, title, year, link];
	});
	return writeCsv([HEADER, ...rows], SOFTWARE);
}
