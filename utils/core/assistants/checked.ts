import { ASSISTANTS } from '@/utils/core/platforms/catalogue/assistants';
import { shiftDay } from '@/utils/core/units/day';

/** The day on which each known assistant's addresses were last compared with public sources, `YYYY-MM-DD`. No live assistant was opened. */
const CHECKED_ON = '2026-11-29';
/** After so many days they may have changed. */
const MAX_DAYS = 180;

export interface CheckedAssistant {
	readonly name: string;
	readonly checkedOn: string;
	/** True when that was long ago. */
	readonly isStale: boolean;
}

/** The known assistants, with when they were checked, on a local day. */
export function checkedAssistants(today: string): readonly CheckedAssistant[] {
	const isStale = today > shiftDay(CHECKED_ON, MAX_DAYS);
	return ASSISTANTS.map(({ name }) => ({ name, checkedOn: CHECKED_ON, isStale }));
}
