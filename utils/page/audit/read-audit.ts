import { withEmbed } from '@/utils/core/audit/embeds';
import { isOtherSite } from '@/utils/core/measure/trace/page-address';
import { accountNames } from '@/utils/core/platforms/read-context';
import type { AuditInspection } from '@/utils/core/schema/audit/audit-inspection';
import type { AuditEmbed } from '@/utils/core/schema/audit/audit-load';
import { courseLabelOf } from '@/utils/core/schema/label';
import { MAX_LOAD_ITEMS, MAX_PAGE_TITLE_LENGTH, PLAYERS } from '@/utils/core/schema/names';
import { pagePlayer } from '@/utils/page/media/player';
import { FRAME_MARK, type FrameMark } from '@/utils/page/observe/frame-mark';
import { createPageView } from '@/utils/page/observe/page-view';
import { thirdPartyPlayer } from '@/utils/page/sober/third-party-player';
import { isEmbeddedContent } from './embedded-content';
import { seenFiles } from './seen-files';
import { seenImages } from './seen-images';
import { seenMedia } from './seen-media';

/** Moodle and WordPress mark pages that are open for editing; in Moodle the page is the learners' otherwise. */
const EDITING = 'body.editing, body.wp-admin';

/** Inspects this frame's document for an audit; null where it is not observed. */
export function readAudit(): AuditInspection | null {
	const mark = (globalThis as { [FRAME_MARK]?: FrameMark })[FRAME_MARK];
	const { hostname: host } = location;
	if (!mark?.isAlive || host === '') return null;
	const isTop = window === window.top;
	return {
		frameId: mark.frameId,
		host,
		title: isTop ? titleOf(document) : '',
		isEditing: isTop && document.querySelector(EDITING) !== null,
		files: seenFiles(mark.sinceMs),
		media: seenMedia(),
		images: seenImages(),
		embeds: seenEmbeds(host),
		player: pagePlayer(),
		isContent: isEmbeddedContent(location.href),
		isUsed: navigator.userActivation?.hasBeenActive === true,
	};
}

/** The title without what names the account. */
function titleOf({ title }: Document): string {
	return courseLabelOf(title, accountNames(createPageView(document)), MAX_PAGE_TITLE_LENGTH) ?? '';
}

/** Frames of other sites that were loaded, each host once. Its own document shows whether something plays in one. */
function seenEmbeds(pageHost: string): AuditEmbed[] {
	const embeds = new Map<string, AuditEmbed>();
	for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe')) {
		const { src } = frame;
		if (!/^https?:/.test(src) || !URL.canParse(src) || isPutOff(frame)) continue;
		const { hostname } = new URL(src);
		if (!isOtherSite(hostname, pageHost)) continue;
		const id = thirdPartyPlayer(src)?.toLowerCase().replace(' ', '-');
		const player = PLAYERS.find((each) => each === id) ?? null;
		const embed = { host: hostname, player, isContent: isEmbeddedContent(src), frameCount: 1, isPlayed: null };
		embeds.set(hostname, withEmbed(embeds.get(hostname), embed));
	}
	return [...embeds.values()].slice(0, MAX_LOAD_ITEMS);
}

/** Whether a frame of another site has never come near the view: it still has its first, empty document, which is the page's own. */
function isPutOff(frame: HTMLIFrameElement): boolean {
	return frame.loading === 'lazy' && frame.contentDocument !== null;
}
