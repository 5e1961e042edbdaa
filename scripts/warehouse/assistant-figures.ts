import type { Format } from '@/utils/core/units/format';
import { rangeOfBounds } from '@/utils/core/units/range';
import { energyFormat } from '@/utils/core/units/range-format';
import type { ResultRow } from './database';
import type { Words } from './words';

/** A figure of the report, with its notes. */
interface Figure {
	readonly name: string;
	readonly value: string;
	readonly notes: readonly string[];
}

/** What AI assistants were asked in a week; no figure where none was. */
export function assistantFigures(row: ResultRow, words: Words, format: Format): readonly Figure[] {
	const [prompts, unread] = [Number(row.ai_prompts ?? 0), Number(row.ai_unread_answers ?? 0)];
	if (prompts === 0) return [];
	return [
		{
			name: words.assistants,
			value: words.prompts.replace('$1', format.count(prompts)),
			notes: [
				...energyTexts(row, words, format),
				...(unread > 0 ? [words.unread.replace('$1', format.count(unread))] : []),
			],
		},
	];
}

function energyTexts({ ai_wh_low: low, ai_wh_high: high }: ResultRow, words: Words, format: Format): readonly string[] {
	const energy = energyFormat(format.locale);
	if (low === null || low === undefined) return [];
	if (high === null || high === undefined)
		return [words.atLeast.replace('$1', energy(rangeOfBounds(Number(low), Number(low))))];
	return [energy(rangeOfBounds(Number(low), Number(high)))];
}
