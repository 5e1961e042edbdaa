import { browser } from '@/utils/browser/browser';
import type { Hints } from '@/utils/core/carbon/guess';

/** `navigator.connection`, which only Chrome has and TypeScript's library leaves out. */
interface ConnectedNavigator extends Navigator {
	readonly connection?: { readonly type?: string };
}

/** What this browser shows of the learner's equipment without asking them. */
export function readHints(): Hints {
	const { userAgent, maxTouchPoints, connection }: ConnectedNavigator = navigator;
	return {
		locale: browser.i18n.getUILanguage(),
		timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
		userAgent,
		maxTouchPoints,
		connectionType: connection?.type,
	};
}
