import type { Behaviours } from './behaviour';

/** What happens when pages use the interfaces, as themselves, through libraries, or against all custom. */
export const CONNECTIONS: Behaviours = {
	'WebSocket and its messages': async (log, at) => {
		class Own extends WebSocket {}
		const socket = new Own(at.socket, 'chat');
		log(socket instanceof Own, socket instanceof WebSocket, socket.constructor === Own, Object.keys(socket).join());
		const messages: unknown[] = [];
		socket.binaryType = 'arraybuffer';
		socket.onmessage = ({ data }) => messages.push(typeof data === 'string' ? data : data.byteLength);
		await new Promise((resolve) => socket.addEventListener('open', resolve));
		const object = {
			toString: () => log('text') ?? 'object',
			get byteLength() {
				return log('byteLength');
			},
			get size() {
				return log('size');
			},
		};
		const buffer = new ArrayBuffer(8);
		for (const data of [
			'été',
			buffer,
			new Uint8Array(buffer, 2, 3),
			new DataView(buffer),
			new Blob(['12345']),
			object,
			7,
		])
			log(socket.send(data as never));
		while (messages.length < 7) await new Promise((resolve) => setTimeout(resolve, 5));
		log(messages, socket.protocol, socket.bufferedAmount);
		socket.dispatchEvent(new MessageEvent('message', { data: 'own' }));
		log(messages.at(-1));
		socket.close();
	},

	'EventSource and its listeners': async (log, at) => {
		const source = new EventSource(at.events);
		log(
			Object.hasOwn(EventSource.prototype, 'addEventListener'),
			source.addEventListener === document.addEventListener,
		);
		source.onmessage = ({ data }) => log('onmessage', data);
		source.addEventListener('message', { handleEvent: ({ data }: MessageEvent) => log('object', data) } as never);
		const type = { toString: () => log('type') ?? 'mark' } as never;
		let once = 0;
		source.addEventListener(type, () => log('once', ++once), { once: true });
		const options = new Proxy({}, { get: (_target, key) => void log('option', String(key)) });
		source.addEventListener(
			'mark',
			(event) => log(event.type, (event as MessageEvent).data, event.target === source),
			options,
		);
		await new Promise((resolve) => source.addEventListener('end', resolve));
		source.close();
		log(source.readyState, source.addEventListener('a', null as never));
	},

	'peer connections': async (log) => {
		class Own extends RTCPeerConnection {}
		const [one, two] = [new Own(), new RTCPeerConnection()];
		log(one instanceof Own, one.constructor === Own, two.constructor === RTCPeerConnection);
		one.onicecandidate = ({ candidate }) => candidate && two.addIceCandidate(candidate);
		two.onicecandidate = ({ candidate }) => candidate && one.addIceCandidate(candidate);
		one.createDataChannel('a');
		await one.setLocalDescription(await one.createOffer());
		await two.setRemoteDescription(one.localDescription as RTCSessionDescription);
		await two.setLocalDescription(await two.createAnswer());
		await one.setRemoteDescription(two.localDescription as RTCSessionDescription);
		log(one.signalingState, (await one.getStats()) instanceof RTCStatsReport);
		for (const peer of [one, two]) peer.close();
		log(one.signalingState, one.close());
	},

	'workers, beacons and media': async (log, at) => {
		const worker = new Worker(at.worker);
		log(await new Promise((resolve) => worker.addEventListener('message', ({ data }) => resolve(data))));
		worker.terminate();
		log(navigator.sendBeacon(at.echo, 'abc'), navigator.sendBeacon(at.echo));
		const video = document.createElement('video');
		video.addEventListener('error', () => log('error', video.error?.code));
		const failed = new Promise((resolve) => video.addEventListener('error', resolve));
		video.src = at.echo;
		log(video.src === at.echo, video.load(), video.getAttribute('src') === at.echo);
		await failed;
		log(matchMedia('(min-width: 1px)').matches, matchMedia(null as never).media);
	},
};
