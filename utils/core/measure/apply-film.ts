import type { BufferedFilm } from './frame-report';
import type { LedgerRow } from './ledger';

/** What a frame's totals of a film are called in its row. */
const FILM_FIELDS = {
	share: 'bufferedShare',
	grownAtMs: 'grownAtMs',
	restedAtMs: 'restedAtMs',
	lookedAtMs: 'lookedAtMs',
	sharePerMs: 'sharePerMs',
} as const;

/** Takes in what a frame has loaded of a film: of two reports the further counts. */
export function applyFilm(row: LedgerRow, film: BufferedFilm): void {
	row.isPlayed ||= film.isPlayed;
	row.hasJumped ||= film.hasJumped;
	for (const field of Object.keys(FILM_FIELDS) as (keyof typeof FILM_FIELDS)[]) {
		row[FILM_FIELDS[field]] = Math.max(row[FILM_FIELDS[field]], film[field]);
	}
}
