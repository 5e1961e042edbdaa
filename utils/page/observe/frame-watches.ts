import type { SentReport } from '@/utils/core/schema/frame-report';
import { MAX_ADDRESSES_A_REPORT } from '@/utils/core/schema/names';
import type { MediaSensor } from '@/utils/page/media/media-sensor';
import { sendToBackground } from '@/utils/page/messaging';
import { ConnectionWatch } from './connection-watch';
import { PresenceWatch } from './presence-watch';
import { ResourceWatch } from './resource-watch';

/** What the watches of a frame have counted, as its report holds it. */
type Totals = Pick<SentReport, 'videos' | 'connections' | 'media' | 'nowPlaying' | 'activeMs' | 'times' | 'addresses'>;

/** The watches of one frame: what it loads, its connections, its media and, at the top, whether it is in use. */
export class FrameWatches {
	readonly resources: ResourceWatch;
	/** Null in a child frame. */
	readonly presence: PresenceWatch | null;
	readonly #connections: ConnectionWatch;
	readonly #media: MediaSensor;

	/** `isWatched`: whether the popup is open over the page; null in a child frame. */
	constructor(media: MediaSensor, isWatched: (() => boolean) | null, onChange: () => void) {
		this.#media = media;
		this.resources = new ResourceWatch(onChange);
		this.#connections = new ConnectionWatch(media.channel, onChange);
		media.channel.open(() => void sendToBackground('frame/hooks', null));
		this.presence = isWatched && new PresenceWatch(media.time, isWatched);
	}

	/** Totals so far. `isLast`: the page is going away. */
	take(isLast: boolean): Totals {
		const { media, time } = this.#media;
		this.presence?.read();
		const played = media?.totals() ?? null;
		return {
			videos: media?.takeVideos() ?? [],
			connections: isLast ? this.#connections.readLast() : this.#connections.read(),
			media: played,
			nowPlaying: media?.nowPlaying() ?? null,
			activeMs: time.total('active'),
			times: time.read(),
			// Last, since entries are lost if an error occurs between taking and sending them.
			addresses: this.resources.take(MAX_ADDRESSES_A_REPORT, isLast),
		};
	}

	/** A report did not arrive: what it held is in the next one. */
	putBack({ addresses, videos }: Totals): void {
		this.resources.putBack(addresses);
		this.#media.media?.putBack(videos);
	}

	/** Starts at 0 for another visit of the same document. */
	reset(): void {
		this.presence?.read();
		this.resources.reset();
		this.#media.reset();
		this.#connections.reset();
	}

	stop(): void {
		this.resources.stop();
		this.#connections.stop();
		this.presence?.stop();
	}
}
