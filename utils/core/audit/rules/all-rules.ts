import type { AuditRule, RuleId } from '@/utils/core/audit/finding';
import { embed, embedContent } from './embeds';
import { heavyDocument, heavyFonts, notCacheable, plainText } from './files';
import { imageFormat, imageSize } from './images';
import { autoplay, noCaptions, oneQuality, preload, videoSize } from './video';

/** Every rule of the audit, in the order of display. */
export const AUDIT_RULES: Readonly<Record<RuleId, AuditRule>> = {
	'video-size': videoSize,
	'one-quality': oneQuality,
	'no-captions': noCaptions,
	autoplay,
	preload,
	embed,
	'embed-content': embedContent,
	'image-size': imageSize,
	'image-format': imageFormat,
	'heavy-document': heavyDocument,
	'heavy-fonts': heavyFonts,
	'plain-text': plainText,
	'not-cacheable': notCacheable,
};
