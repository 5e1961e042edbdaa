import { describe, expect, it } from 'vitest';
import { addressIn, folderOf, pathOf, publicPart } from '@/utils/core/delivery/bucket';

describe('the address of a folder', () => {
	it.each([
		['https://b.example/inbox', 'https://b.example/inbox'],
		[' https://b.example/inbox// ', 'https://b.example/inbox'],
		['https://b.example', 'https://b.example'],
		['https://b.example/in?sig=a%2Fb&x', 'https://b.example/in?sig=a%2Fb&x'],
		['https://cloud.example/public.php/webdav/', 'https://cloud.example/public.php/webdav'],
		['http://127.0.0.1:9000/in', 'http://127.0.0.1:9000/in'],
	])('%s is read as %s', (typed, folder) => {
		expect(folderOf(typed)).toBe(folder);
	});

	it.each([
		'http://b.example/inbox',
		'https://user:secret@b.example/inbox',
		'https://b.example/inbox#x',
		'https://b.example/week.csv?X-Amz-Signature=1',
		's3://bucket/inbox',
		'b.example',
		'',
	])('%s is refused', (typed) => {
		expect(folderOf(typed)).toBeNull();
	});
});

describe('the address of a file', () => {
	it.each([
		['https://b.example/in', 'https://b.example/in/week=2026-W48/k3v9.csv'],
		['https://b.example', 'https://b.example/week=2026-W48/k3v9.csv'],
		['https://b.example/in?a=1?b', 'https://b.example/in/week=2026-W48/k3v9.csv?a=1?b'],
	])('lies below %s', (folder, address) => {
		expect(addressIn(folder, pathOf('2026-W48', 'k3v9'))).toBe(address);
	});

	it('is shown and compared without its query, which may be a secret', () => {
		expect(publicPart('https://b.example/in?sig=secret?x')).toBe('https://b.example/in');
	});
});
