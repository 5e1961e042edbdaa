import type { StartOptions } from '@/scripts/setup/start-options.mjs';
import { FAMILY_FACTS } from '@/utils/core/assistants/families';
import { summariseAssistants } from '@/utils/core/assistants/summary';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import type { WeekSummary } from '@/utils/core/stats/week';
import { createFormat } from '@/utils/core/units/format';
import { CO2E, energyFormat } from '@/utils/core/units/range-format';
import { WORDS } from './words';

/** A line for each family of AI assistants of the week: prompts, tokens, and what the answers cost as ranges. */
export function assistantLines({ total }: Pick<WeekSummary, 'total'>, lang: StartOptions['lang']): readonly string[] {
	const words = WORDS[lang];
	const { count, span } = createFormat(lang);
	const energy = energyFormat(lang);
	return summariseAssistants(total.assistants ?? {}, DEFAULT_PROFILE.country).map(
		({ family, promptCount, tokens, cost }) => {
			const name = FAMILY_FACTS[family].name ?? family;
			const line = words.assistant(name, count(promptCount), tokens ? span(tokens) : '–');
			if (!cost) return `${line}, ${words.unknownEnergy}`;
			return `${line}, ${energy(cost.wh)}, ${span(cost.co2eGrams)}\u00A0g${CO2E}, ${span(cost.waterMl)}\u00A0mL`;
		},
	);
}
