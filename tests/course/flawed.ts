/** A course whose pages each have one thing that its author should change, and what mends it: for audits. Its pages are no lessons. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Asked } from './course-routes.ts';
import { writeGuide } from './pages/evacuation-guide.ts';
import { escapeHtml, type PageFrame, type Site } from './pages/page-frame.ts';
import type { Answer } from './send.ts';
import { fileAnswer, textAnswer } from './static-answer.ts';
import type { DemoCourse } from './study.ts';

export const FLAWED_COURSE: DemoCourse = { key: '41', shortName: 'AUDIT', name: 'Un cours à alléger' };

/** Path of a page of it by its number. */
export const flawedPath = (id: number) => `/mod/page/view.php?id=${id}`;

const FILES = '/pluginfile.php/441/mod_page/content/1';
const CAPTIONS = `<track kind="captions" srclang="fr" label="Français" src="${FILES}/sous-titres.vtt">`;
const FONT_BYTES = 250_000;
const HEAVY_DOCUMENT_BYTES = 5_600_000;
const TEXT_LINES = 1_500;
const DRAWING_POINTS = 4_000;

interface FlawedPage {
	readonly id: number;
	readonly title: string;
	/** Its content, before and after its author has mended it. */
	readonly main: (site: Site, isMended: boolean) => string;
}

const videoTag = (site: Site, source: string, attributes: string, tracks = CAPTIONS) =>
	`<video width="640" height="360" controls muted playsinline ${attributes} src="${site.mediaUrl}/video/${source}">${tracks}</video>`;

const imageTag = (name: string, widthPx: number, heightPx: number) =>
	`<img src="${FILES}/${name}" alt="Le ciel" width="${widthPx}" height="${heightPx}">`;

const FONTS = `<style>@font-face{font-family:Un;src:url(${FILES}/un.woff2)}@font-face{font-family:Deux;src:url(${FILES}/deux.woff2)}</style>
<p style="font-family:Un">Première police</p><p style="font-family:Deux">Seconde police</p>`;

/** In the order of a walk. */
export const FLAWED_PAGES: readonly FlawedPage[] = [
	{
		id: 401,
		title: 'Une vidéo trop grande',
		main: (site, isMended) =>
			isMended
				? videoTag(site, '401/480.mp4', 'preload="metadata"')
				: videoTag(site, '401/1080.mp4', 'preload="metadata"', ''),
	},
	{
		id: 402,
		title: 'Une vidéo qui démarre seule',
		main: (site, isMended) => videoTag(site, '402/240.mp4', isMended ? 'preload="none"' : 'autoplay'),
	},
	{
		id: 403,
		title: 'Une vidéo chargée d’avance',
		main: (site, isMended) => videoTag(site, '403/480.mp4', `preload="${isMended ? 'none' : 'auto'}"`),
	},
	{
		id: 404,
		title: 'Un lecteur d’un autre site',
		main: ({ mediaUrl }, isMended) =>
			isMended
				? `<p><a href="${mediaUrl}/videos/embed/pause">Voir la vidéo</a></p>`
				: `<iframe width="560" height="315" title="Vidéo" src="${mediaUrl}/videos/embed/pause"></iframe>`,
	},
	{
		id: 411,
		title: 'Une publication d’un autre site',
		main: ({ mediaUrl }, isMended) =>
			isMended
				? `<p><a href="${mediaUrl}/@campus/112/embed">Lire la publication</a></p>`
				: `<iframe width="400" height="300" title="Publication" src="${mediaUrl}/@campus/112/embed"></iframe>`,
	},
	{
		id: 405,
		title: 'Une image trop grande',
		main: (_, isMended) => (isMended ? imageTag('nuages.webp', 480, 270) : imageTag('nuages.jpg', 320, 180)),
	},
	{
		id: 406,
		title: 'Un document lourd',
		main: () => `<p><a id="resource-link" download href="${FILES}/rapport.pdf">Le rapport</a></p>`,
	},
	{ id: 407, title: 'Des polices lourdes', main: (_, isMended) => (isMended ? '<p>La police du site</p>' : FONTS) },
	{
		id: 408,
		title: 'Un texte non compressé',
		main: () => `<script src="${FILES}/releves.js"></script><p>Des relevés</p>`,
	},
	{ id: 409, title: 'Un dessin jamais gardé', main: () => imageTag('plan.svg', 400, 300) },
	{
		id: 410,
		title: 'Une page légère',
		main: () => `<p>Une page sans rien à changer.</p>${imageTag('nuages.webp', 480, 270)}`,
	},
];

/** The page at an address; null for any other. */
export function flawedPage(site: Site, url: URL, isMended: boolean): PageFrame | null {
	const page = FLAWED_PAGES.find(({ id }) => url.searchParams.get('id') === String(id));
	if (!page || url.pathname !== '/mod/page/view.php') return null;
	return {
		title: page.title,
		bodyId: 'page-mod-page-view',
		bodyClasses: 'path-mod path-mod-page',
		course: FLAWED_COURSE,
		lesson: null,
		main: `<div class="activity-content" data-cmid="${escapeHtml(String(page.id))}">${page.main(site, isMended)}</div>`,
	};
}

/** A drawing that compression leaves above 10 kB: points without a pattern, the same at each start. */
function drawing(): string {
	const points = Array.from({ length: DRAWING_POINTS }, (_, index) => {
		const turned = (index * 2_654_435_761) % 4_294_967_296;
		return `${turned % 400},${Math.floor(turned / 65_536) % 300}`;
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><path fill="none" stroke="#0f6cbf" d="M${points.join('L')}"/></svg>`;
}

const BYTES = new Map<string, Buffer>();

/** Bytes that look like those of a font: no browser draws them, each loads them. */
function fontBytes(name: string): Buffer {
	const known = BYTES.get(name) ?? randomBytes(FONT_BYTES);
	BYTES.set(name, known);
	return known;
}

async function documentBytes(videoDir: string, isMended: boolean): Promise<Uint8Array> {
	const guide = await writeGuide(videoDir);
	return isMended ? guide : Buffer.concat([guide, Buffer.alloc(HEAVY_DOCUMENT_BYTES - guide.length)]);
}

/** The files of the course; null for any other. */
export async function flawedFile(asked: Asked, videoDir: string, isMended: boolean): Promise<Answer | null> {
	const { pathname } = asked.url;
	if (!pathname.startsWith(`${FILES}/`)) return null;
	const name = pathname.slice(FILES.length + 1);
	const kept = { 'Cache-Control': 'max-age=86400' };
	// What the author replaces under the same name is asked for each time.
	const checked = { 'Cache-Control': 'no-cache', ETag: `"${isMended ? 'mended' : 'flawed'}"` };
	const whole = (type: string, body: Uint8Array, headers = {}): Answer => ({
		status: 200,
		headers: { 'Content-Type': type, 'Content-Length': String(body.length), ...kept, ...headers },
		body,
	});
	switch (name) {
		case 'sous-titres.vtt':
			return textAnswer('WEBVTT\n\n00:00.000 --> 00:30.000\nUn pré.\n', '.vtt', asked.headers, kept);
		case 'nuages.webp':
			return whole('image/webp', await readFile(join(import.meta.dirname, 'assets/nuages.webp')));
		case 'nuages.jpg':
			return fileAnswer(join(videoDir, 'images/nuages.jpg'), asked.headers, 86_400);
		case 'rapport.pdf':
			return whole('application/pdf', await documentBytes(videoDir, isMended), checked);
		case 'un.woff2':
		case 'deux.woff2':
			return whole('font/woff2', fontBytes(name));
		case 'plan.svg': {
			const caching = isMended ? kept : { 'Cache-Control': 'no-store' };
			return textAnswer(drawing(), '.svg', asked.headers, caching);
		}
		case 'releves.js': {
			const text = `/* ${'relevé du jour ; '.repeat(TEXT_LINES)}*/`;
			return isMended
				? textAnswer(text, '.js', asked.headers, checked)
				: whole('text/javascript; charset=utf-8', Buffer.from(text), checked);
		}
		default:
			return null;
	}
}
