import { i18n } from '#i18n';
import { type TextKey, textKey } from '@/components/layout/text-key';
import type { Tip } from '@/utils/core/tips/rank';
import { figureTexts } from '@/utils/core/tips/rule';
import type { TipId } from '@/utils/core/tips/rules/all-rules';
import type { AdviceId } from '@/utils/core/tips/trainer/advice';
import type { Format } from '@/utils/core/units/format';

const STAKE_KEY_OF = {
	hour: 'tip.less_hour',
	page: 'tip.less_page',
	video: 'tip.less_video',
	'so-far': 'tip.less_so_far',
	network: 'tip.other_network',
	device: 'tip.longer_life',
} as const;

/** The words of a tip with its figures. */
export function tipTexts(tip: Tip, format: Format): { readonly title: string; readonly body: string } {
	const words = figureTexts(tip, format);
	const key = textKey(tip.id);
	return { title: figureText(`tips.${key}.title`, words), body: figureText(`tips.${key}.body`, words) };
}

/** More digits would suggest that a promise is a measurement. */
const PROMISE_DIGITS = 2;

/** Fewer are shown in words, which do not go with "up to". */
const MIN_GRAMS = 1;

/**
 * What a tip saves: megabytes first, in two digits, then the range of grams. The version of a video that would play is named if known; else
 * both are what can be saved at most.
 */
export function stakeText({ stakeBytes, per, saving, co2eGrams, versionLines }: Tip, format: Format): string {
	const bytes = format.bytes(Number(stakeBytes.toPrecision(PROMISE_DIGITS)));
	const words = [bytes, format.grams(co2eGrams)] as const;
	if (versionLines === null && co2eGrams.high < MIN_GRAMS) return i18n.t('tip.less_hour_up_to_small', [...words]);
	if (versionLines === null) return i18n.t('tip.less_hour_up_to', [bytes, format.mostGrams(co2eGrams)]);
	if (versionLines !== undefined) return i18n.t('tip.less_hour_at', [...words, String(versionLines)]);
	return i18n.t(saving === 'bytes' ? STAKE_KEY_OF[per] : STAKE_KEY_OF[saving], [...words]);
}

type FigureKey = `${`tips.${TextKey<TipId>}` | `advice.${TextKey<AdviceId>}`}.${'title' | 'body'}`;

/** A text with figures. Texts use some of them only, which the catalogue's types cannot express. */
export function figureText(key: FigureKey, figures: readonly string[]): string {
	const read = i18n.t as (key: FigureKey, substitutions: readonly string[]) => string;
	return read(key, figures);
}
