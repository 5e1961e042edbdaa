import type { Behaviours } from './behaviour';

/** Bodies of every kind that a page may give, and all that it may do with those that it gets. */
export const BODIES: Behaviours = {
	'bodies of all kinds': async (log, at) => {
		const data = new FormData();
		data.append('a', new File(['xyz'], 'été.txt'));
		data.append('b', '1\r\n2');
		const own = Object.create(null, { toString: { value: () => 'own' } });
		const traced = new Proxy({}, { get: (_target, key) => log('proxy', String(key)) ?? (() => 'proxied') });
		const plain = ['text', '', null, undefined, 0, true, [1, 2], own, traced, 'x'.repeat(300_000)];
		const views = [new Uint8Array([1, 2]).buffer, new DataView(new ArrayBuffer(9), 3), new Float64Array(2)];
		const bodies = [...plain, ...views, new URLSearchParams([['a', 'é']]), data, new Blob(['1234'], { type: 'a/b' })];
		const shown = async (response: Response) => (await response.text()).replace(/-{4,}\w+/g, 'boundary').slice(0, 300);
		for (const body of bodies as BodyInit[]) {
			log(await shown(await fetch(at.echo, { method: 'POST', body })));
			const request = new Request(at.echo, { method: 'PUT', body, keepalive: String(body).length < 1_000 });
			log(request.headers.get('content-type')?.replace(/-{4,}.*/, ''), await shown(await fetch(request)));
			log(request.bodyUsed, navigator.sendBeacon(at.echo, String(body).length > 1_000 ? 'a' : body));
		}
		const stream = () => new Blob(['chunk']).stream();
		for (const init of [
			{ body: stream() },
			{ body: stream(), duplex: 'half' },
			{ method: 'GET', body: 'a' },
			{
				get body() {
					return log('body') ?? 'getter';
				},
				get method() {
					return log('method') ?? 'POST';
				},
				toJSON: () => log('json'),
			},
		] as RequestInit[])
			try {
				const request = new Request(at.echo, { method: 'POST', ...init });
				log(request.headers.get('content-type'), await request.text());
			} catch (error) {
				log((error as Error).name, (error as Error).message);
			}
		const aborting = new AbortController();
		const aborted = fetch(at.echo, { method: 'POST', body: 'a', signal: aborting.signal });
		aborting.abort();
		await aborted.catch((error) => log(error.name, error.message, error === aborting.signal.reason));
		await fetch(at.echo, { method: 'POST', body: 'a', signal: AbortSignal.abort('why') }).catch((error) => log(error));
	},

	'a body that the browser refuses to pipe': async (log, at) => {
		const post = () => fetch(at.otherEcho, { method: 'POST', body: '{"a":1}' });
		const other = await post();
		const stream = other.body as ReadableStream;
		const locked = new WritableStream();
		locked.getWriter();
		const refused = {
			get readable(): never {
				throw new RangeError('readable');
			},
			writable: new WritableStream(),
		};
		for (const run of [
			() => stream.pipeTo(locked),
			() => stream.pipeTo({} as never),
			() => stream.pipeThrough({} as never),
			() => stream.pipeThrough({ readable: new ReadableStream(), writable: locked }),
			() => stream.pipeThrough(refused),
			() => stream.getReader({ mode: 'own' as never }),
		])
			try {
				log('gives', typeof (await run()));
			} catch (error) {
				log((error as Error).name, (error as Error).message, stream.locked, other.bodyUsed);
			}
		log(other.body === stream, await other.text());
	},
};
