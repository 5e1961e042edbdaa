/** Width and height in pixels of a picture that a store takes. */
export type Size = readonly [widthPx: number, heightPx: number];

/** Of every store, https://developer.chrome.com/docs/webstore/images */
export const SCREENSHOT_SIZE: Size = [1280, 800];

/** Names of the screenshots, without their ending, and how what is shown stands to the lesson. */
export const SCREENSHOTS = {
	'1-popup': 'over',
	'2-panel': 'beside',
	'3-week': 'alone',
	'4-sober-mode': 'beside',
	'5-export': 'alone',
} as const;

export type ScreenshotName = keyof typeof SCREENSHOTS;

/** Promotional pictures: tiles of Chrome and Edge, and the logo of Edge. */
export const TILES: Readonly<Record<string, Size>> = {
	'tile-small': [440, 280],
	'tile-wide': [1400, 560],
	logo: [300, 300],
};

const STYLE = `
	* { margin: 0; box-sizing: border-box }
	body { background: #fbfaf7; color: #16211f; font-family: system-ui, "Noto Sans", Arial, sans-serif; overflow: hidden }
	.lesson { position: absolute; inset: 0 auto 0 0 }
	.over { position: absolute; top: 12px; right: 24px; border: 1px solid #c9cbc4; border-radius: 12px; box-shadow: 0 8px 32px #0006 }
	.beside { position: absolute; inset: 0 0 0 auto; border-left: 1px solid #c9cbc4 }
	.tile { height: 100vh; background: #0b6b5f; color: #fff; display: flex; gap: 8%; align-items: center; padding: 0 8% }
	.tile svg { flex: none; width: 30vh; outline: .7vh solid #fff; border-radius: 7.5vh }
	.tile h1 { font-size: 18vh; line-height: 1.1 }
	.tile p { font-size: 7.5vh; line-height: 1.25 }
	.logo svg { display: block; width: 100vw }
`;

/** A screenshot as HTML: `own` and `lesson` are PNG files in base64, the lesson behind or beside what is shown. */
export function screenshotBody(layout: 'over' | 'beside', own: string, lesson: string): string {
	const image = (name: string, data: string) => `<img class="${name}" src="data:image/png;base64,${data}" alt="">`;
	return withStyle(image('lesson', lesson) + image(layout, own));
}

/** A tile as HTML, with the mark (SVG) and, except for the logo, the name and the short text of the listing. */
export function tileBody(
	name: string,
	{ mark, shortText }: { readonly mark: string; readonly shortText: string },
): string {
	if (name === 'logo') return withStyle(`<div class="logo">${mark}</div>`);
	return withStyle(`<div class="tile">${mark}<div><h1>Sobrio</h1><p>${shortText}</p></div></div>`);
}

function withStyle(body: string): string {
	return `<style>${STYLE}</style>${body}`;
}
