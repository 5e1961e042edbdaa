import type { Address } from '@/tests/bench/accuracy/bench-case';
import type { RandomPage, Resource } from './page';

/** A resource as the page's script receives it. */
export interface Loaded extends Resource {
	readonly url: string;
	/** Bytes of its first half. */
	readonly halfBytes: number;
}

/** Path of a resource of the page: `r2/hop1/file`. */
export function pathOf(index: number, hop: number): string {
	return `r${index}/hop${hop}/file`;
}

/** The resource and the remaining redirects of a path; null for any other path. */
export function readPath(path: string): { index: number; hop: number } | null {
	const [, index, hop] = /^r(\d+)\/hop(\d+)\/file$/.exec(path) ?? [];
	return index === undefined ? null : { index: Number(index), hop: Number(hop) };
}

/** What a page asks of another host as it is left is not shown without access to that (docs/accuracy.md). */
function hostOf({ reader, host }: Resource): Resource['host'] {
	return reader === 'keepalive' ? 'banc' : host;
}

/** What the page's script loads. */
export function loadedBy({ resources }: RandomPage, at: Address): Loaded[] {
	return resources.map((resource, index) => ({
		...resource,
		url: at(hostOf(resource), pathOf(index, resource.redirectCount)),
		halfBytes: Math.floor(resource.byteCount / 2),
	}));
}

/** Runs in the page, so it stands alone: loads all resources at once, each as its reader does. */
export async function loadAll(all: readonly Loaded[]): Promise<void> {
	const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
	const settled = (element: HTMLElement) =>
		new Promise((resolve) => {
			element.onload = resolve;
			element.onerror = resolve;
			document.body.append(element);
		});
	const create = (tag: string, values: object) => Object.assign(document.createElement(tag), values);

	const readResponse = async (response: Response, reader: string) => {
		if (reader === 'fetch-text') await response.text();
		else if (reader === 'fetch-blob') await response.blob();
		else if (reader === 'fetch-stream') {
			const stream = response.body?.getReader();
			for (let isDone = !stream; !isDone; ) isDone = (await stream?.read())?.done ?? true;
		} else if (reader !== 'fetch-unread') await response.arrayBuffer();
	};
	const byFetch = async ({ url, reader, abortedAfterMs, isHalved, halfBytes }: Loaded) => {
		const signal = abortedAfterMs === null ? null : AbortSignal.timeout(abortedAfterMs);
		const ranges = isHalved && halfBytes > 0 ? [`bytes=0-${halfBytes - 1}`, `bytes=${halfBytes}-`] : [null];
		for (const range of ranges) {
			const response = await fetch(url, { signal, ...(range && { headers: { Range: range } }) });
			await readResponse(response, reader);
		}
	};
	const byXhr = ({ url, reader, abortedAfterMs }: Loaded) =>
		new Promise((resolve) => {
			const request = new XMLHttpRequest();
			request.open('GET', url);
			request.responseType = reader === 'xhr-buffer' ? 'arraybuffer' : 'text';
			request.onloadend = resolve;
			if (abortedAfterMs !== null) setTimeout(() => request.abort(), abortedAfterMs);
			request.send();
		});
	const byWorker = ({ url }: Loaded) =>
		new Promise((resolve) => {
			const text = `fetch(${JSON.stringify(url)}).then((r) => r.arrayBuffer()).catch(() => 0).then(() => postMessage(0));`;
			const worker = new Worker(URL.createObjectURL(new Blob([text])));
			worker.onmessage = resolve;
			worker.onerror = resolve;
		});
	const byElement = ({ reader, url }: Loaded) => {
		if (reader === 'image') return settled(create('img', { src: url }));
		if (reader === 'script') return settled(create('script', { src: url }));
		if (reader === 'style') return settled(create('link', { rel: 'stylesheet', href: url }));
		if (reader === 'frame') return settled(create('iframe', { src: url }));
		if (reader === 'object') return settled(create('object', { type: 'text/html', data: url }));
		return settled(create('link', { rel: 'prefetch', href: url }));
	};
	const byServiceWorker = async ({ url }: Loaded) => {
		const registration = await navigator.serviceWorker.register(`worker?${encodeURIComponent(url)}`);
		const worker = registration.installing;
		await new Promise((resolve) => {
			if (!worker) resolve(null);
			worker?.addEventListener('statechange', resolve);
		});
	};
	/** A browser opens one window for each click, and here one alone. */
	const byWindow = async ({ url }: Loaded) => {
		const opened = window.open(url);
		await wait(opened ? 1_500 : 0);
		opened?.close();
	};
	const byForm = ({ url }: Loaded) => {
		const name = `frame${Math.random()}`;
		const frame = create('iframe', { name });
		document.body.append(frame);
		const form = create('form', { method: 'post', action: url, target: name }) as HTMLFormElement;
		form.append(create('input', { name: 'work', value: 'x'.repeat(2_000) }));
		document.body.append(form);
		form.submit();
		return new Promise((resolve) => {
			frame.onload = resolve;
		});
	};
	const asRules = ({ url }: Loaded) => {
		const text = JSON.stringify({ prerender: [{ source: 'list', urls: [url] }] });
		document.body.append(create('script', { type: 'speculationrules', text }));
		return wait(1_000);
	};
	const otherwise: Readonly<Record<string, (one: Loaded) => Promise<unknown>>> = {
		worker: byWorker,
		'service-worker': byServiceWorker,
		window: byWindow,
		form: byForm,
		prerender: asRules,
		beacon: async ({ url }) => navigator.sendBeacon(url, 'x'),
		keepalive: async ({ url }) =>
			addEventListener('pagehide', () => void fetch(url, { keepalive: true }).catch(() => {}), { once: true }),
	};
	const load = async (one: Loaded) => {
		await wait(one.waitMs);
		const special = otherwise[one.reader];
		for (let time = 0; time < one.times; time++) {
			if (special) await Promise.race([special(one).catch(() => {}), wait(3_000)]);
			else if (one.reader.startsWith('fetch')) await byFetch(one).catch(() => {});
			else if (one.reader.startsWith('xhr')) await byXhr(one);
			else await Promise.race([byElement(one), wait(2_000)]);
		}
	};
	await Promise.all(all.map(load));
	Object.assign(globalThis, { isDone: true });
}
