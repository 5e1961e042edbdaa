import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResultRow } from '@/scripts/warehouse/database';
import { learnerCsv } from '@/tests/core/group/many-learners';
import { readShared } from '@/tests/core/group/shared';
import type { Limits } from '@/utils/core/assistants/bounds';
import { Collection } from '@/utils/core/group/collection';
import type { GroupFigures } from '@/utils/core/group/figure-sum';
import { type GroupPart, groupWeek } from '@/utils/core/group/group-week';

/** Fewer learners are no row. */
const MIN_LEARNERS = 10;
const BYTES_A_MB = 1_000_000;
const MS_A_MINUTE = 60_000;

/** Writes exports of a week, one file of each learner; some of them twice, of which the one of another seed is older. */
export function writeSample(folder: string, learnerCount: number, week: string): void {
	mkdirSync(folder, { recursive: true });
	for (let index = 0; index < learnerCount; index++) {
		const text = learnerCsv(index, week);
		writeFileSync(join(folder, `${week}-${index}.csv`), text);
		const day = /,(\d{4}-\d{2}-\d{2}),/.exec(text)?.[1] ?? '';
		// Exported a day before, with other figures, under a name that comes later.
		const before = `${day.slice(0, -2)}${String(Number(day.slice(-2)) - 1).padStart(2, '0')}`;
		const older = learnerCsv(index, week, 2).replaceAll(`,${day},`, `,${before},`);
		if (index % 5 === 0) writeFileSync(join(folder, `${week}-${index} (1).csv`), older);
	}
}

/** What the group's page shows of a folder's exports of a week. */
export function groupOf(folder: string, read: (path: string) => string, week: string) {
	const collection = new Collection();
	for (const name of readdirSync(folder)) {
		const shared = readShared(read(join(folder, name)));
		if (shared.ok) for (const each of shared.weeks) collection.add(each);
	}
	return groupWeek(collection.of(week));
}

/** Some figures of the group's page as the queries write them, with all their digits. */
export function asRow(learnerCount: number, figures: GroupFigures): ResultRow {
	const { answers } = figures;
	const cells = (name: string, { low, high }: Limits, decimals: number) => ({
		[`ai_${name}_low`]: low === null ? null : low.toFixed(decimals),
		[`ai_${name}_high`]: high === null ? null : high.toFixed(decimals),
	});
	const mb = (bytes: number) => (bytes / BYTES_A_MB).toFixed(6);
	return {
		learners: String(learnerCount),
		visit_count: String(figures.visitCount),
		mb: mb(figures.receivedBytes),
		mb_high: figures.highBytes === null ? null : mb(figures.highBytes),
		unknown_count: String(figures.unknownCount),
		active_minutes: (figures.activeMs / MS_A_MINUTE).toFixed(3),
		video_minutes: (figures.videoMs / MS_A_MINUTE).toFixed(3),
		grams_low: figures.co2eGrams.low.toFixed(3),
		grams_central: figures.co2eGrams.central.toFixed(3),
		grams_high: figures.co2eGrams.high.toFixed(3),
		ai_prompts: String(answers.promptCount),
		ai_regenerations: String(answers.regenerationCount),
		ai_images: String(answers.imageCount),
		ai_unread_answers: String(answers.unreadCount),
		...cells('tokens', answers.tokens, 0),
		...cells('wh', answers.wh, 6),
		...cells('co2e_g', answers.co2eGrams, 6),
		...cells('water_ml', answers.waterMl, 6),
	};
}

/** The parts that are no row about fewer than ten learners, as the queries write them. */
export function asRows(parts: readonly GroupPart[], name: string): readonly ResultRow[] {
	return parts
		.filter(({ count }) => count >= MIN_LEARNERS)
		.map((part) => ({ [name]: part.key, ...asRow(part.count, part) }));
}
