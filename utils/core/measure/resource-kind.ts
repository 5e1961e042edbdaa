import type { Kind } from '@/utils/core/visit/kind';

/** Kinds by the request type of `webRequest`; a type that says little ('xmlhttprequest', 'other') is left to the content type. */
const KIND_BY_REQUEST_TYPE: Readonly<Record<string, Kind>> = {
	main_frame: 'document',
	sub_frame: 'document',
	stylesheet: 'style',
	script: 'script',
	image: 'image',
	imageset: 'image',
	font: 'font',
	websocket: 'socket',
	media: 'video',
};

/** Kinds by Resource Timing's initiator type, which says who asked, not what came: weaker than the address's ending. */
const KIND_BY_INITIATOR: Readonly<Record<string, Kind>> = {
	navigation: 'document',
	iframe: 'document',
	frame: 'document',
	img: 'image',
	image: 'image',
	input: 'image',
	script: 'script',
	video: 'video',
	audio: 'audio',
	track: 'data',
	fetch: 'data',
	xmlhttprequest: 'data',
	eventsource: 'data',
};

const KIND_BY_CONTENT_TYPE: readonly (readonly [RegExp, Kind])[] = [
	[/^video\/|mpegurl|dash\+xml/, 'video'],
	[/^audio\//, 'audio'],
	[/^image\//, 'image'],
	[/javascript|wasm/, 'script'],
	[/^text\/css/, 'style'],
	[/^font\/|font-woff|x-font/, 'font'],
	[/^application\/(pdf|zip|epub\+zip|msword|rtf|vnd\.(ms-|openxmlformats|oasis))/, 'file'],
	[/json|xml|^text\/(plain|html|event-stream|vtt)|protobuf/, 'data'],
];

const KIND_BY_ENDING: readonly (readonly [RegExp, Kind])[] = [
	[/\.(mp4|m4v|webm|ogv|mov|m3u8|mpd|ts|m4s|cmfv|m2ts)$/, 'video'],
	[/\.(mp3|m4a|ogg|oga|opus|wav|aac|flac|cmfa)$/, 'audio'],
	[/\.(png|jpe?g|gif|webp|avif|svg|ico|bmp)$/, 'image'],
	[/\.(m?js|wasm)$/, 'script'],
	[/\.css$/, 'style'],
	[/\.(woff2?|ttf|otf|eot)$/, 'font'],
	[/\.(pdf|docx?|xlsx?|pptx?|od[tsp]|zip|epub|rtf)$/, 'file'],
	[/\.(json|xml|vtt|srt)$/, 'data'],
];

function firstMatch(cases: readonly (readonly [RegExp, Kind])[], text: string): Kind | null {
	return cases.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

function kindByEnding(url: string): Kind | null {
	return firstMatch(KIND_BY_ENDING, (url.split(/[?#]/, 1)[0] ?? '').toLowerCase());
}

/**
 * The kind of a request that the network ledger saw. A video fetched by a player counts as video, a document navigated to
 * as a file, sound in a media element as audio: the content type decides unless the request type is definite, and the
 * path's ending where neither says anything (segments served as octet-stream).
 */
export function kindOfRequest(requestType: string, contentType: string | null, url: string): Kind {
	const byContent = contentType === null ? null : firstMatch(KIND_BY_CONTENT_TYPE, contentType.toLowerCase());
	const byType = KIND_BY_REQUEST_TYPE[requestType];
	if (byType === 'document' && byContent === 'file') return 'file';
	if (byType === 'video' && byContent === 'audio') return 'audio';
	return byType ?? byContent ?? kindByEnding(url) ?? (requestType === 'xmlhttprequest' ? 'data' : 'other');
}

/** The kind of a Resource Timing entry, by the ending of its path, then by who asked for it. */
export function kindOfEntry(initiatorType: string, url: string): Kind {
	const byInitiator = KIND_BY_INITIATOR[initiatorType];
	return byInitiator === 'document' ? byInitiator : (kindByEnding(url) ?? byInitiator ?? 'other');
}
