/** Times and counts of what was played, without titles or addresses. */
const MEDIA_FIELDS = [
	'media.adMs',
	'media.adaptiveMs',
	'media.audioMs',
	'media.bufferedMs',
	'media.cameraReceivedMs',
	'media.cameraSentMs',
	'media.captionedMs',
	'media.classMs',
	'media.contentMs',
	'media.decodedBytes',
	'media.decodedContentMs',
	'media.detailedMs',
	'media.distinctMs',
	'media.durationMs',
	'media.fullScreenMs',
	'media.hiddenMs',
	'media.idleMs',
	'media.loadedCount',
	'media.msByPlayer.<player>',
	'media.mutedMs',
	'media.offScreenMs',
	'media.oversizedMs',
	'media.oversizedMsByHeight.<height>',
	'media.pictureInPictureMs',
	'media.playedBufferedMs',
	'media.playedCount',
	'media.replayedMs',
	'media.screenShareMs',
	'media.seekCount',
	'media.selfStartedMs',
	'media.singleQualityMs',
	'media.skippedMs',
	'media.soundOnlyMs',
	'media.unplayedBytes',
	'media.unseenMsByHeight.<height>',
	'media.videoMs',
	'media.videoMsByCodec.<codec>',
	'media.videoMsByHeight.<height>',
];

/** Amounts that a page loaded beyond need, without addresses or their keys. */
const WASTE_FIELDS = ['waste.gifBytes', 'waste.gifCount'];

/** Counts by family of models: no text, model, conversation or address. */
const ASSISTANT_FIELDS = [
	'assistants.<family>.answerMs',
	'assistants.<family>.characters',
	'assistants.<family>.promptCount',
	'assistants.<family>.readCount',
];

/** What a visit and the total of a day have both. */
const TOTAL_FIELDS = [
	'activeMs',
	'activity',
	'courseKey',
	'day',
	'host',
	...MEDIA_FIELDS,
	'platform',
	'traffic.received.<kind>.bounds.highBytes',
	'traffic.received.<kind>.bounds.lowBytes',
	'traffic.received.<kind>.bounds.unboundedCount',
	'traffic.received.<kind>.estimatedBytes',
	'traffic.received.<kind>.measuredBytes',
	'traffic.received.<kind>.requestCount',
	'traffic.received.<kind>.unknownCount',
	'traffic.sentBytes',
	'traffic.sparedBytes',
	...WASTE_FIELDS,
	...ASSISTANT_FIELDS,
];

/**
 * Every field that may be stored permanently. A new one is a privacy decision: both READMEs and PRIVACY.md change too. The pages of an audit
 * have the fields of `AuditPage`, checked when they are read.
 */
export const STORED_FIELDS = {
	visits: [...TOTAL_FIELDS, 'id', 'startedAtMs'],
	days: [...TOTAL_FIELDS, 'visitCount'],
	courses: ['courseKey', 'host', 'label', 'lastDay', 'platform'],
	audits: [
		'courseKey',
		'droppedFileCount',
		'droppedPageCount',
		'endedAtMs',
		'fileCount',
		'host',
		'id',
		'name',
		'pageCount',
		'personalPageCount',
		'platform',
		'startedAtMs',
	],
};
