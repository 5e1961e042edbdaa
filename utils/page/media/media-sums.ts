import type { MediaTotals } from '@/utils/core/schema/media-fields';
import { mapMedia } from '@/utils/core/visit/media';

type Amount = { [Field in keyof MediaTotals]: MediaTotals[Field] extends number ? Field : never }[keyof MediaTotals];
type Breakdown = Exclude<keyof MediaTotals, Amount>;

/** Growing media totals: amounts, and breakdowns by name. Rounded only when they are read. */
export class MediaSums {
	readonly #amounts = new Map<string, number>();
	readonly #parts = new Map<string, Map<string, number>>();

	add(amount: number, ...fields: readonly (Amount | false)[]): void {
		for (const field of fields) if (field) this.#amounts.set(field, (this.#amounts.get(field) ?? 0) + amount);
	}

	addPart(field: Breakdown, name: string | number, amount: number): void {
		const parts = this.#parts.get(field) ?? new Map<string, number>();
		this.#parts.set(field, parts.set(String(name), (parts.get(String(name)) ?? 0) + amount));
	}

	/** The totals in whole numbers. `more` gives the fields that are not added up here. */
	totals(more: Partial<MediaTotals>): MediaTotals {
		return mapMedia(
			(field) => Math.round((more[field] as number | undefined) ?? this.#amounts.get(field) ?? 0),
			(field) => Object.fromEntries(Array.from(this.#parts.get(field) ?? [], ([name, ms]) => [name, Math.round(ms)])),
		);
	}
}
