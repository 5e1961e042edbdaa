import { createSessionItem } from '@/utils/browser/session-item';
import type { FollowRequest } from '@/utils/core/schema/page-messages';

/** A request to follow a site whose permission the browser is asking for; `atMs` is milliseconds since 1970. */
export interface Intention extends FollowRequest {
	readonly atMs: number;
}

/** It outlives the popup and a stop of the background. */
export const intention = createSessionItem<Intention>('intention');
