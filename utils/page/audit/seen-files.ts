import { addressKey } from '@/utils/core/measure/address-key';
import { mimeTypeOf } from '@/utils/core/measure/trace/headers';
import { keptPath } from '@/utils/core/measure/trace/page-address';
import type { SeenFile } from '@/utils/core/schema/audit/audit-inspection';
import { MAX_SEEN_FILES } from '@/utils/core/schema/names';

/** Chrome only, and not in TypeScript's types yet. */
interface TypedTiming extends PerformanceResourceTiming {
	readonly contentType?: string;
	readonly contentEncoding?: string;
}

/** Host and path of an address as an audit keeps it; null for what is no web address, such as `data:` and `blob:`. */
export function nameOf(address: string): Pick<SeenFile, 'host' | 'path'> | null {
	if (!/^https?:/.test(address) || !URL.canParse(address)) return null;
	const url = new URL(address);
	return { host: url.hostname, path: keptPath(url) };
}

/** The files of a document since a moment on the clock of `performance`, each address once, the newest ones. */
export function seenFiles(sinceMs: number): SeenFile[] {
	const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
	const files = new Map<string, SeenFile>();
	for (const entry of entries as TypedTiming[]) {
		const { name: address, startTime, decodedBodySize, contentType, contentEncoding } = entry;
		const name = startTime < sinceMs ? null : nameOf(address);
		if (!name) continue;
		const key = addressKey(address);
		const known = files.get(key);
		files.set(key, {
			key,
			...name,
			mimeType: mimeTypeOf(contentType ?? '') ?? known?.mimeType ?? null,
			contentCoding: contentEncoding ? contentEncoding.toLowerCase() : (known?.contentCoding ?? null),
			decodedBytes: decodedBodySize || (known?.decodedBytes ?? null),
		});
	}
	return [...files.values()].slice(-MAX_SEEN_FILES);
}
