import type { Counter } from './counters';
import { afterCall, quietly } from './wrap';

/** The fields of a stream's statistic (`inbound-rtp`, `outbound-rtp`) that describe what it carries. */
export interface StreamStatistic {
	readonly type: string;
	readonly kind?: string;
	readonly mid?: string;
	/** `screenshare` for a received screen, in Chrome only. */
	readonly contentType?: string;
	readonly framesSent?: number;
	readonly framesReceived?: number;
	readonly packetsSent?: number;
	readonly packetsReceived?: number;
}

/** A longer time between two readings (a frozen tab) is counted as this long. Milliseconds. */
const MAX_GAP_MS = 65_000;

/** What any connection of the frame carried between two readings. */
export type Flows = Set<'sound' | 'cameraSentMs' | 'cameraReceivedMs' | 'screenShareMs'>;

/** Video frames, or packets of sound, that a stream has carried so far; 0 for other statistics. */
export function mediaCount({ type, kind, ...statistic }: StreamStatistic): number {
	if (type !== 'inbound-rtp' && type !== 'outbound-rtp') return 0;
	const count =
		kind === 'video'
			? (statistic.framesSent ?? statistic.framesReceived)
			: (statistic.packetsSent ?? statistic.packetsReceived);
	return count ?? 0;
}

/** Times the frame's video classes by what its peer connections really carry, however many there are. */
export class CallClock {
	readonly #screens = new WeakSet<MediaStreamTrack>();
	#readAtMs = 0;

	constructor() {
		const screens = this.#screens;
		// Pages without https have no `MediaDevices`.
		quietly(() =>
			afterCall(MediaDevices.prototype, 'getDisplayMedia', (capture: Promise<MediaStream>) => {
				capture.then(
					(stream) => {
						for (const track of stream.getTracks()) screens.add(track);
					},
					() => {},
				);
			}),
		);
	}

	/** The first connection opens. */
	start(): void {
		this.#readAtMs = performance.now();
	}

	/** Notes that a stream has carried more since its last reading. */
	note(flows: Flows, statistic: StreamStatistic, peer: RTCPeerConnection): void {
		const isSent = statistic.type === 'outbound-rtp';
		if (statistic.kind !== 'video') flows.add('sound');
		else if (statistic.contentType === 'screenshare' || (isSent && this.#isScreen(statistic, peer)))
			flows.add('screenShareMs');
		else flows.add(isSent ? 'cameraSentMs' : 'cameraReceivedMs');
	}

	/** Adds the time since the last reading to the counters of what flowed in it. */
	add(flows: Flows, counterOf: (name: string) => Counter): void {
		const now = performance.now();
		const ms = Math.round(Math.min(now - this.#readAtMs, MAX_GAP_MS));
		this.#readAtMs = now;
		if (flows.size === 0) return;
		const isSoundOnly = flows.delete('sound') && flows.size === 0;
		const fields = [...flows, 'classMs', ...(isSoundOnly ? ['soundOnlyMs'] : [])];
		for (const field of fields) counterOf(`call:${field}`).count += ms;
	}

	#isScreen({ mid }: StreamStatistic, peer: RTCPeerConnection): boolean {
		const track = peer.getTransceivers().find((each) => each.mid === mid)?.sender.track;
		if (!track) return false;
		const { displaySurface } = track.getSettings();
		return this.#screens.has(track) || !!displaySurface || /detail|text/.test(track.contentHint);
	}
}
