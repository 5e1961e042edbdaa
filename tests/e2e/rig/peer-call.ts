/** What the peers of a call say that they moved, both together, in bytes; `video` is the part of what was received. */
export interface PeerTotals {
	received: number;
	sent: number;
	video: number;
	/** Time in which pictures arrived, milliseconds. */
	flowMs: number;
}

/** Runs in the page: two peers, a moving picture and 1 MB of data between them; gives what their own statistics say. */
export async function holdCall(callMs = 6_000): Promise<PeerTotals> {
	const canvas = document.body.appendChild(document.createElement('canvas'));
	canvas.width = canvas.height = 320;
	const context = canvas.getContext('2d') as CanvasRenderingContext2D;
	const drawing = setInterval(() => {
		for (let index = 0; index < 400; index++) {
			context.fillStyle = `hsl(${Math.random() * 360} 80% 50%)`;
			context.fillRect(Math.random() * 320, Math.random() * 320, 16, 16);
		}
	}, 60);
	const [here, there] = [new RTCPeerConnection(), new RTCPeerConnection()];
	here.onicecandidate = ({ candidate }) => void there.addIceCandidate(candidate ?? undefined);
	there.onicecandidate = ({ candidate }) => void here.addIceCandidate(candidate ?? undefined);
	const channel = here.createDataChannel('files');
	for (const track of canvas.captureStream(15).getTracks()) here.addTrack(track);
	let arrived = 0;
	const isWhole = new Promise<void>((resolve) => {
		there.ondatachannel = (event) => {
			event.channel.onmessage = ({ data }) => {
				arrived += data.byteLength ?? data.size;
				if (arrived >= 1_000_000) resolve();
			};
		};
	});
	await here.setLocalDescription();
	await there.setRemoteDescription(here.localDescription as RTCSessionDescription);
	await there.setLocalDescription();
	await here.setRemoteDescription(there.localDescription as RTCSessionDescription);
	await new Promise((resolve) => {
		channel.onopen = resolve;
	});
	for (let index = 0; index < 100; index++) channel.send(new Uint8Array(10_000));
	await isWhole;
	let flowMs = 0;
	let frames = 0;
	let readAtMs = performance.now();
	for (const endMs = readAtMs + callMs; readAtMs < endMs; ) {
		await new Promise((resolve) => setTimeout(resolve, 250));
		const inbound = [...(await there.getStats()).values()].find(({ type }) => type === 'inbound-rtp');
		const now = performance.now();
		if ((inbound?.framesReceived ?? 0) > frames) flowMs += now - readAtMs;
		frames = inbound?.framesReceived ?? 0;
		readAtMs = now;
	}
	clearInterval(drawing);
	for (const sender of here.getSenders()) sender.track?.stop();
	// Statistics are read every three seconds: what comes after the last reading of a call is lost.
	await new Promise((resolve) => setTimeout(resolve, 3_500));
	const truth = { received: 0, sent: 0, video: 0, flowMs };
	for (const peer of [here, there]) {
		const all = [...(await peer.getStats()).values()];
		const transports = all.filter(({ type, bytesReceived }) => type === 'transport' && bytesReceived > 0);
		const pairs = all.filter(({ type }) => type === 'candidate-pair');
		for (const { bytesReceived = 0, bytesSent = 0 } of transports.length > 0 ? transports : pairs) {
			truth.received += bytesReceived;
			truth.sent += bytesSent;
		}
		for (const { type, kind, bytesReceived = 0, headerBytesReceived = 0 } of all) {
			if (type === 'inbound-rtp' && kind === 'video') truth.video += bytesReceived + headerBytesReceived;
		}
	}
	here.close();
	there.close();
	await new Promise((resolve) => setTimeout(resolve, 500));
	return truth;
}
