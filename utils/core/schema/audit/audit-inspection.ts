import * as v from 'valibot';
import { MAX_LOAD_ITEMS, MAX_PAGE_TITLE_LENGTH, MAX_SEEN_FILES } from '@/utils/core/schema/names';
import {
	AddressKeySchema,
	FrameIdSchema,
	HostSchema,
	labelSchema,
	listOf,
	type Of,
	parserOf,
} from '@/utils/core/schema/values';
import { AuditEmbedSchema, AuditImageSchema, NAMED, SEEN_FILE, SEEN_MEDIA } from './audit-load';

const SeenFileSchema = v.strictObject({
	/** Of its whole address. */
	key: AddressKeySchema,
	...NAMED,
	...SEEN_FILE,
});

export type SeenFile = Of<typeof SeenFileSchema>;

const SeenMediaSchema = v.strictObject(SEEN_MEDIA);

export type SeenMedia = Of<typeof SeenMediaSchema>;

/** What one inspection of a frame's document found for an audit. The page's process may have forged all of it. */
const AuditInspectionSchema = v.strictObject({
	/** Random id of the document, and the host that it is from. */
	frameId: FrameIdSchema,
	host: HostSchema,
	/** Title of the document without what names the account; '' in a frame. */
	title: labelSchema(MAX_PAGE_TITLE_LENGTH),
	/** The page is open for editing: it is not what learners get. */
	isEditing: v.boolean(),
	files: listOf(SeenFileSchema, MAX_SEEN_FILES),
	media: listOf(SeenMediaSchema, MAX_LOAD_ITEMS),
	images: listOf(AuditImageSchema, MAX_LOAD_ITEMS),
	/** Frames of other sites in it, each host once. */
	embeds: listOf(AuditEmbedSchema, MAX_LOAD_ITEMS),
	/** What plays in it where it is a known player's page, and whether it is known content of another kind. */
	player: AuditEmbedSchema.entries.player,
	isContent: v.boolean(),
	/** Somebody clicked in it, or typed. */
	isUsed: v.boolean(),
});

export type AuditInspection = Of<typeof AuditInspectionSchema>;

export const parseAuditInspection = parserOf(AuditInspectionSchema, null);
