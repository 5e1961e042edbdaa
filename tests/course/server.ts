import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { assistantRoute, isForAssistant } from './assistant.ts';
import { type Asked, courseRoute } from './course-routes.ts';
import { mediaRoute } from './media-routes.ts';
import type { Site } from './pages/page-frame.ts';
import { type Answer, paceAt, send } from './send.ts';
import { ServedRequests } from './served-requests.ts';
import { LESSONS, type Lesson } from './study.ts';
import { makeVideo, VIDEO_DIR } from './video.ts';

export interface CourseOptions {
	/** 0, the default, is any free port. */
	readonly coursePort?: number;
	readonly mediaPort?: number;
	/** Where the video is; the default is made on the spot when it is missing. */
	readonly videoDir?: string;
	/** Bandwidth that all responses share; null, the default, is no limit. A low one makes players choose a quality and leaves less in the kernel. */
	readonly bytesPerSecond?: number | null;
}

export interface Course {
	/** `http://cours.localhost:<port>`; browsers take *.localhost for this machine: RFC 6761, 6.3. */
	readonly courseUrl: string;
	/** `http://media.localhost:<port>`: another site, so another host permission. */
	readonly mediaUrl: string;
	readonly lessons: readonly Lesson[];
	/** What both servers really moved, request by request. */
	readonly truth: Pick<ServedRequests, 'requests' | 'reset' | 'settle'>;
	/** From now on the flawed course is as its author has mended it. */
	mend(): void;
	/** Stops both servers and breaks open connections. */
	close(): Promise<void>;
}

type Route = (asked: Asked) => Promise<Answer>;

async function readAsked(request: IncomingMessage): Promise<Asked> {
	const { method = 'GET', headers } = request;
	// The body is read to its end before the answer: its bytes then belong to this request alone.
	return {
		method,
		headers,
		url: new URL(request.url ?? '/', `http://${headers.host ?? 'localhost'}`),
		body: await text(request),
	};
}

function serve(route: Route, ledger: ServedRequests, pace: ReturnType<typeof paceAt>): Server {
	const server = createServer(async (request, response) => {
		const open = ledger.open(request, response);
		try {
			await send(response, await route(await readAsked(request)), open, pace);
		} catch {
			// The connection of an aborted or unreadable request is closed; it is recorded as aborted.
			response.destroy();
		}
	});
	// Longer than a browser keeps an idle connection, so that the server never closes one while a request comes in.
	server.keepAliveTimeout = 120_000;
	return server;
}

async function listen(server: Server, port: number): Promise<number> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return (server.address() as AddressInfo).port;
}

async function stop(server: Server): Promise<void> {
	const closed = new Promise((resolve) => server.close(resolve));
	server.closeAllConnections();
	await closed;
}

/** Starts the demo course on this machine: a course server and a media server under two host names. */
export async function startCourse(options: CourseOptions = {}): Promise<Course> {
	const { coursePort = 0, mediaPort = 0, videoDir = VIDEO_DIR, bytesPerSecond = null } = options;
	if (options.videoDir === undefined) await makeVideo();
	const truth = new ServedRequests();
	const pace = paceAt(bytesPerSecond);
	const media = serve((asked) => mediaRoute(asked, videoDir), truth, pace);
	const mediaUrl = `http://media.localhost:${await listen(media, mediaPort)}`;
	const site: { -readonly [Key in keyof Site]: Site[Key] } = {
		courseUrl: '',
		mediaUrl,
		sesskey: randomBytes(5).toString('hex'),
		isMended: false,
	};
	const course = serve(
		async (asked) => (isForAssistant(asked) ? assistantRoute(asked) : courseRoute(asked, site, videoDir)),
		truth,
		pace,
	);
	try {
		site.courseUrl = `http://cours.localhost:${await listen(course, coursePort)}`;
	} catch (error) {
		await stop(media);
		throw error;
	}
	const close = async () => {
		truth.stop();
		await Promise.all([stop(course), stop(media)]);
	};
	const mend = () => {
		site.isMended = true;
	};
	return { courseUrl: site.courseUrl, mediaUrl, lessons: LESSONS, truth, mend, close };
}
