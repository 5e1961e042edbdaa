import { describe, expect, it } from 'vitest';
import { kindOfEntry, kindOfRequest } from '@/utils/core/measure/resource-kind';

describe('the kind of a request', () => {
	it.each([
		['main_frame', 'text/html; charset=utf-8', 'https://a.example/', 'document'],
		['main_frame', 'application/pdf', 'https://a.example/x', 'file'],
		['media', 'video/mp4', 'https://a.example/x', 'video'],
		['media', 'audio/mpeg', 'https://a.example/x', 'audio'],
		['xmlhttprequest', 'video/mp2t', 'https://a.example/1.ts', 'video'],
		['xmlhttprequest', 'application/vnd.apple.mpegurl', 'https://a.example/x', 'video'],
		['xmlhttprequest', 'Application/JSON', 'https://a.example/x', 'data'],
		['xmlhttprequest', 'application/octet-stream', 'https://a.example/seg-1.M4S?token=1', 'video'],
		['xmlhttprequest', 'application/octet-stream', 'https://a.example/x', 'data'],
		['xmlhttprequest', null, 'https://a.example/x', 'data'],
		['image', 'image/svg+xml', 'https://a.example/x', 'image'],
		['imageset', null, 'https://a.example/x', 'image'],
		['stylesheet', 'text/css', 'https://a.example/x', 'style'],
		['other', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'https://a.example/x', 'file'],
		['other', 'font/woff2', 'https://a.example/x', 'font'],
		['other', null, 'https://a.example/x#.mp4', 'other'],
		['websocket', null, 'wss://a.example/x', 'socket'],
		['ping', null, 'https://a.example/x', 'other'],
	] as const)('of type %s, content type %s, at %s is %s', (type, contentType, url, kind) => {
		expect(kindOfRequest(type, contentType, url)).toBe(kind);
	});
});

describe('the kind of a Resource Timing entry', () => {
	it.each([
		['navigation', 'https://a.example/photo.jpg', 'document'],
		['iframe', 'https://a.example/video.mp4', 'document'],
		['css', 'https://a.example/font.WOFF2?v=1', 'font'],
		['link', 'https://a.example/style.css', 'style'],
		['xmlhttprequest', 'https://a.example/seg.ts', 'video'],
		['fetch', 'https://a.example/x', 'data'],
		['video', 'https://a.example/x', 'video'],
		['beacon', 'https://a.example/x', 'other'],
	] as const)('with initiator %s at %s is %s', (initiator, url, kind) => {
		expect(kindOfEntry(initiator, url)).toBe(kind);
	});
});
