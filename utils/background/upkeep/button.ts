import { browser } from '@/utils/browser/browser';

/** The brand's own pair, 6.4:1, on light and dark toolbars alike. */
const GROUND = '#0b6b5f';
const INK = '#ffffff';

/** While an audit runs: red of 7.6:1 under white. */
const AUDIT_GROUND = '#a3123f';
const AUDIT_MARK = '●';

/** While a site or everything is paused: two bars, as on a player; every font has these letters. */
export const PAUSE_MARK = 'II';

/** Title of the button while an audit runs; null while none does. */
let auditTitle: string | null = null;

/** What the button shows in tabs without a text of their own, beside the mark of a finished week. */
interface RestingButton {
	/** Two bars while everything is paused. */
	readonly text: string;
	readonly title: string;
}

let resting: RestingButton | null = null;

/** Writes on the toolbar button of one tab, or of all tabs without a text of their own; null gives a tab the text of all again. */
export async function writeButton(
	text: string | null,
	title: string,
	tab: { readonly tabId?: number } = {},
): Promise<void> {
	const { action } = browser;
	// What is paused is not audited either.
	const isPaused = text === PAUSE_MARK || resting !== null;
	const mark = isPaused ? null : auditTitle;
	try {
		await Promise.all([
			action.setBadgeBackgroundColor({ color: mark === null ? GROUND : AUDIT_GROUND, ...tab }),
			action.setBadgeTextColor({ color: INK, ...tab }),
			action.setBadgeText({ text: mark !== null && text === '' ? AUDIT_MARK : text, ...tab }),
			action.setTitle({ title: mark ?? title, ...tab }),
		]);
	} catch {
		// The tab is closed.
	}
}

/** Sets what the button shows where there is nothing else to show; null for no text and the extension's name. */
export async function setResting(button: RestingButton | null): Promise<void> {
	if (button === resting) return;
	resting = button;
	await writeButton(restingText(), restingTitle());
}

export function restingText(): string {
	return resting?.text ?? '';
}

export function restingTitle(): string {
	return resting?.title ?? browser.i18n.getMessage('extension_name');
}

/** Marks the button while an audit runs, on all tabs; a badge that is drawn later keeps its figure. */
export async function markAudit(running: { readonly name: string } | null): Promise<void> {
	if (!running && auditTitle === null) return;
	auditTitle = running && browser.i18n.getMessage('audit_badge_title', [running.name]);
	await writeButton(restingText(), restingTitle());
}
