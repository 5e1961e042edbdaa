import type { Line } from './counters';
import { quietly, wrap } from './wrap';

/** The parts of a statistic of a stream (`inbound-rtp`, `outbound-rtp`) that say what it carries. */
export interface StreamStatistic {
	readonly type: string;
	readonly kind?: string;
	readonly mid?: string;
	/** `screenshare` where the browser tells it of what is received (Chrome). */
	readonly contentType?: string;
	readonly framesSent?: number;
	readonly framesReceived?: number;
	readonly packetsSent?: number;
	readonly packetsReceived?: number;
}

/** Readings further apart than this (a frozen tab) count no longer. Milliseconds. */
const LONGEST_GAP_MS = 65_000;

/** What flowed in any connection of the frame between two readings. */
export type Flows = Set<'sound' | 'cameraSentMs' | 'cameraReceivedMs' | 'screenShareMs'>;

/** Pictures, or packets of sound, that a stream has carried so far; 0 for other statistics. */
export function carriedCount({ type, kind, ...report }: StreamStatistic): number {
	const isStream = type === 'inbound-rtp' || type === 'outbound-rtp';
	const count =
		kind === 'video' ? (report.framesSent ?? report.framesReceived) : (report.packetsSent ?? report.packetsReceived);
	return isStream ? (count ?? 0) : 0;
}

/** Times the frame's video classes by what really flows in its peer connections, however many they are. */
export class CallClock {
	readonly #screens = new WeakSet<MediaStreamTrack>();
	#sinceMs = 0;

	constructor() {
		const screens = this.#screens;
		// Pages without https have none.
		quietly(() =>
			wrap(MediaDevices.prototype, 'getDisplayMedia', {
				apply(native, devices, args) {
					const asked: Promise<MediaStream> = Reflect.apply(native, devices, args);
					asked.then(
						(stream) => {
							for (const track of stream.getTracks()) screens.add(track);
						},
						() => {},
					);
					return asked;
				},
			}),
		);
	}

	/** A first connection opens. */
	start(): void {
		this.#sinceMs = performance.now();
	}

	/** Notes that a stream carried more than when it was last read. */
	note(flows: Flows, report: StreamStatistic, peer: RTCPeerConnection): void {
		const isSent = report.type === 'outbound-rtp';
		if (report.kind !== 'video') flows.add('sound');
		else if (report.contentType === 'screenshare' || (isSent && this.#isScreen(report, peer)))
			flows.add('screenShareMs');
		else flows.add(isSent ? 'cameraSentMs' : 'cameraReceivedMs');
	}

	/** Books the time since the last reading under what flowed in it. */
	book(flows: Flows, line: (name: string) => Line): void {
		const now = performance.now();
		const ms = Math.round(Math.min(now - this.#sinceMs, LONGEST_GAP_MS));
		this.#sinceMs = now;
		if (flows.size === 0) return;
		const isSoundOnly = flows.delete('sound') && flows.size === 0;
		for (const field of [...flows, 'classMs', ...(isSoundOnly ? ['soundOnlyMs'] : [])]) line(`call:${field}`)[0] += ms;
	}

	#isScreen({ mid }: StreamStatistic, peer: RTCPeerConnection): boolean {
		const track = peer.getTransceivers().find((each) => each.mid === mid)?.sender.track;
		if (!track) return false;
		const { displaySurface } = track.getSettings();
		return this.#screens.has(track) || !!displaySurface || /detail|text/.test(track.contentHint);
	}
}
