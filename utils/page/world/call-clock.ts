import { quietly } from '@/utils/page/quietly';
import type { Counter } from './counters';
import { caller, matches, noteResolved, OwnMap, OwnWeakSet } from './natives';
import { invoke, wrap } from './wrap';

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
export type Flows = Map<'sound' | 'cameraSentMs' | 'cameraReceivedMs' | 'screenShareMs', true>;
export const createFlows = (): Flows => new OwnMap();

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
	readonly #screens = new OwnWeakSet<MediaStreamTrack>();
	readonly #now: () => number;
	#readAtMs = 0;

	/** `now` is the clock of `performance`. */
	constructor(now: () => number) {
		this.#now = now;
		const screens = this.#screens;
		// Pages without https have no `MediaDevices`.
		quietly(() => {
			const tracksOf = caller(MediaStream.prototype, 'getTracks');
			wrap(MediaDevices.prototype, 'getDisplayMedia', {
				apply: function trap(capture, devices, args) {
					return noteResolved(invoke<Promise<MediaStream>>(capture, devices, args, trap), (stream) => {
						const tracks = tracksOf(stream);
						for (let index = 0; index < tracks.length; index++) screens.add(tracks[index] as MediaStreamTrack);
					});
				},
			});
		});
	}

	/** The first connection opens. */
	start(): void {
		this.#readAtMs = this.#now();
	}

	/** Notes that a stream has carried more since its last reading. */
	note(flows: Flows, statistic: StreamStatistic, peer: RTCPeerConnection): void {
		const isSent = statistic.type === 'outbound-rtp';
		if (statistic.kind !== 'video') flows.set('sound', true);
		else if (statistic.contentType === 'screenshare' || (isSent && this.#isScreen(statistic, peer)))
			flows.set('screenShareMs', true);
		else flows.set(isSent ? 'cameraSentMs' : 'cameraReceivedMs', true);
	}

	/** Adds the time since the last reading to the counters of what flowed in it. */
	add(flows: Flows, counterOf: (name: string) => Counter): void {
		const nowMs = this.#now();
		const elapsedMs = nowMs - this.#readAtMs;
		const ms = (elapsedMs < MAX_GAP_MS ? elapsedMs + 1 / 2 : MAX_GAP_MS) | 0;
		this.#readAtMs = nowMs;
		if (flows.size === 0) return;
		if (flows.delete('sound') && flows.size === 0) counterOf('call:soundOnlyMs').count += ms;
		flows.forEach((_flows, field) => {
			counterOf(`call:${field}`).count += ms;
		});
		counterOf('call:classMs').count += ms;
	}

	#isScreen({ mid }: StreamStatistic, peer: RTCPeerConnection): boolean {
		const transceivers = peer.getTransceivers();
		for (let index = 0; index < transceivers.length; index++) {
			const { mid: each, sender } = transceivers[index] as RTCRtpTransceiver;
			const { track } = sender;
			if (each !== mid || !track) continue;
			return (
				this.#screens.has(track) || !!track.getSettings().displaySurface || matches(/detail|text/, track.contentHint)
			);
		}
		return false;
	}
}
