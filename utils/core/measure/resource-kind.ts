import type { Kind } from '@/utils/core/schema/names';

/** Kinds by the request type of `webRequest`; for unspecific types ('xmlhttprequest', 'other') the content type decides. */
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

/** Kinds by Resource Timing's initiator type. It is what requested the resource, not what it is: the file extension comes first. */
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

const KIND_BY_EXTENSION: readonly (readonly [RegExp, Kind])[] = [
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

function kindByExtension(url: string): Kind | null {
	return firstMatch(KIND_BY_EXTENSION, (url.split(/[?#]/, 1)[0] ?? '').toLowerCase());
}

/**
 * The kind of a request by network events: the content type decides unless the request type is definite, and the file extension
 * where both are unspecific (segments served as octet-stream). So a video fetched by a player is video, a PDF opened by
 * navigation a file, and sound in a media element audio.
 */
export function kindOfRequest(requestType: string, contentType: string | null, url: string): Kind {
	const byContent = contentType === null ? null : firstMatch(KIND_BY_CONTENT_TYPE, contentType.toLowerCase());
	const byType = KIND_BY_REQUEST_TYPE[requestType];
	if (byType === 'document' && byContent === 'file') return 'file';
	if (byType === 'video' && byContent === 'audio') return 'audio';
	return byType ?? byContent ?? kindByExtension(url) ?? (requestType === 'xmlhttprequest' ? 'data' : 'other');
}

/** The kind of a Resource Timing entry, by its file extension, then by its initiator. */
export function kindOfEntry(initiatorType: string, url: string): Kind {
	const byInitiator = KIND_BY_INITIATOR[initiatorType];
	return byInitiator === 'document' ? byInitiator : (kindByExtension(url) ?? byInitiator ?? 'other');
}
