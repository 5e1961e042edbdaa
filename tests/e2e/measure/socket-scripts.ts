// What runs in the pages of a class, their frames and their workers.

/** Runs in the page: takes what the server sends, then sends in turn. */
export function talk(messageBytes: number, count: number): Promise<void> {
	return new Promise((resolve) => {
		const socket = new WebSocket(`ws://${location.host}/talk`);
		socket.onmessage = ({ data }) => {
			if (data !== 'end') return;
			for (let index = 0; index < count; index++) {
				socket.send(index % 2 ? 'x'.repeat(messageBytes) : new Uint8Array(messageBytes));
			}
			setTimeout(resolve, 500);
		};
	});
}

/** Runs in a dedicated worker, where no script of an extension comes. */
export function inWorker(): void {
	const socket = new WebSocket(`ws://${location.host}/talk`);
	socket.onmessage = ({ data }) => {
		if (data === 'end') postMessage('end');
	};
}

/** Runs in a frame from another site, some time after it has loaded, as a class that is joined does. */
export function inEmbedded(): void {
	setTimeout(() => {
		const socket = new WebSocket(`ws://${location.host}/talk`);
		socket.onmessage = ({ data }) => {
			if (data === 'end') parent.postMessage('end', '*');
		};
	}, 800);
}

/** Runs in the page. */
export function embed(url: string): Promise<void> {
	return new Promise((resolve) => {
		addEventListener('message', () => setTimeout(resolve, 500), { once: true });
		document.body.appendChild(document.createElement('iframe')).src = url;
	});
}

/** Runs in the page. */
export function startWorker(): Promise<unknown> {
	return new Promise((resolve) => {
		new Worker('/worker.js').onmessage = resolve;
	});
}

/** Runs in the page: everything by which a page could detect the hooks. */
export function look() {
	class Own extends WebSocket {}
	const own = new Own(`ws://${location.host}/talk`);
	const nameOf = (run: () => unknown) => {
		try {
			run();
			return null;
		} catch (error) {
			return (error as Error).name;
		}
	};
	const hooked = [WebSocket, WebSocket.prototype.send, RTCPeerConnection, RTCPeerConnection.prototype.close];
	return {
		names: hooked.map(({ name }) => name),
		lengths: hooked.map(({ length }) => length),
		areNative: hooked.every((each) => /\[native code\]/.test(Function.prototype.toString.call(each))),
		areTheirOwn:
			WebSocket.prototype.constructor === WebSocket && RTCPeerConnection.prototype.constructor === RTCPeerConnection,
		isSubclass: own instanceof Own && own instanceof WebSocket && own.constructor === Own,
		statics: [WebSocket.CONNECTING, WebSocket.OPEN, WebSocket.CLOSING, WebSocket.CLOSED],
		refusesCall: nameOf(() => (WebSocket as unknown as () => void)()),
		refusesBadAddress: nameOf(() => new WebSocket('ws://[')),
		enumerated: Object.keys(window).filter((name) => /sobrio|WebSocket|RTCPeer/i.test(name)),
	};
}
