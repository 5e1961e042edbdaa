import { i18n } from '#i18n';
import { type TextKey, textKey } from '@/components/layout/text-key';
import type { Finding, RuleId, Stake, Tool } from '@/utils/core/audit/finding';
import { FRAME_RULES, isUnknownStake } from '@/utils/core/audit/finding';
import type { FindingTexts } from '@/utils/core/audit/hand-over/words';
import { printable } from '@/utils/core/schema/label';
import type { Format } from '@/utils/core/units/format';

const BITS_PER_BYTE = 8;
const HOUR_S = 3_600;

type FindingKey = `finding.${TextKey<RuleId>}.${'title' | 'body' | Tool}`;

/** A text with figures. Texts use some of them only, which the catalogue's types cannot express. */
const read = i18n.t as (key: FindingKey, substitutions: readonly string[]) => string;

/** Between two amounts of bytes, in words: at least, up to, or both. */
export function spanText(low: number, high: number | null, format: Format): string {
	// A number stays with its unit.
	const amount = (bytes: number) => format.bytes(bytes).replaceAll(' ', '\u00a0');
	if (high === null) return i18n.t('audits.at_least', [amount(low)]);
	const [from, to] = [amount(low), amount(high)];
	if (from === to) return to;
	return low <= 0 ? i18n.t('audits.up_to', [to]) : i18n.t('audits.between', [from, to]);
}

function stakeText(stake: Stake | null, per: Finding['per'], format: Format): string {
	if (!stake) return '';
	if (isUnknownStake(stake)) return i18n.t('audits.stake_unknown');
	return i18n.t(`audits.stake_${per}`, [spanText(stake.lowBytes, stake.highBytes, format)]);
}

/** Megabits a second of a video by the bytes of an hour of it, without their unit. */
function megabitsText(hourBytes: number, { locale }: Format): string {
	const megabits = (hourBytes * BITS_PER_BYTE) / HOUR_S / 1e6;
	return new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(megabits);
}

/** More about a finding that only some figures show: bytes an hour, bytes at the right size. */
function moreText({ rule, params }: Finding, format: Format): string {
	const { hourBytes, rightLowBytes, rightHighBytes, fileCount } = params;
	if (rule === 'video-size' && hourBytes !== undefined) {
		return i18n.t('finding.video_size.hour', [
			format.bytes(Number(hourBytes)),
			megabitsText(Number(hourBytes), format),
		]);
	}
	if (FRAME_RULES.includes(rule) && Number(fileCount) > 0) {
		return i18n.t('finding.embed.loaded', [format.count(Number(fileCount))]);
	}
	if (rule !== 'image-size' || rightLowBytes === undefined) return '';
	return i18n.t('finding.image_size.right', [spanText(Number(rightLowBytes), Number(rightHighBytes), format)]);
}

/** What was found, and in how many frames where there are several. */
function titleOf({ rule, params }: Finding, figures: readonly string[], format: Format): string {
	const title = read(`finding.${textKey(rule)}.title`, figures);
	const count = Number(params.frameCount ?? 1);
	return FRAME_RULES.includes(rule) && count > 1
		? i18n.t('finding.embed.several', [title, format.count(count)])
		: title;
}

/** A finding in words, with its figures. */
export function findingTexts(finding: Finding, format: Format): FindingTexts {
	const { rule, tool, stake, per, params } = finding;
	const figures = Object.entries(params).map(([name, value]) =>
		name.endsWith('Bytes') ? format.bytes(Number(value)) : String(value),
	);
	const key = textKey(rule);
	const body = read(`finding.${key}.body`, figures);
	const more = moreText(finding, format);
	return {
		title: titleOf(finding, figures, format),
		body: more === '' ? body : `${body} ${more}`,
		advice: read(`finding.${key}.${tool}`, figures),
		stake: stakeText(stake, per, format),
		per: i18n.t(`audits.per_${per}`),
	};
}

/** The file that a finding is about, by its last part; what stands for one otherwise. */
export function subjectOf({ file, part }: Pick<Finding, 'file' | 'part'>): string {
	return file ? fileName(file.path) : part;
}

/** Last part of a path, readable; the path itself where it has none. */
export function fileName(path: string): string {
	const last = path.split('/').findLast((part) => part !== '') ?? path;
	try {
		// A name may be coded to read backwards, or to break its line.
		return printable(decodeURIComponent(last)) || last;
	} catch {
		// A percent sign that codes nothing: shown as it is.
		return last;
	}
}
