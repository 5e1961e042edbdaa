/**
 * What course authors insert of other sites besides videos, by the address of its frame, as these sites' own “Embed” buttons write it.
 * Sites that organisations run themselves (maps of uMap, forms of Nextcloud, posts of Mastodon) are known by their paths.
 */
const CONTENTS: readonly RegExp[] = [
	// Maps.
	/^https?:\/\/(?:www|maps)\.google\.[\w.]{2,10}\/maps\b/,
	/^https?:\/\/(?:www\.)?openstreetmap\.org\/export\/embed\.html/,
	/^https?:\/\/www\.bing\.com\/maps\/embed/,
	/^https?:\/\/[^/]+\/(?:[a-z]{2}\/)?map\/[\w-]+_\d+(?:[?#]|$)/,
	/^https?:\/\/[\w-]+\.maps\.arcgis\.com\//,
	// Slides and documents.
	/^https?:\/\/docs\.google\.com\/(?:presentation|document|spreadsheets|forms|drawings|gview|viewer)\b/,
	/^https?:\/\/drive\.google\.com\/file\/.*\/preview/,
	/^https?:\/\/(?:view\.officeapps\.live\.com|onedrive\.live\.com|1drv\.ms)\//,
	/^https?:\/\/sway\.(?:office\.com|cloud\.microsoft)\//,
	/^https?:\/\/(?:www\.)?slideshare\.net\/slideshow\/embed_code\//,
	/^https?:\/\/speakerdeck\.com\/player\//,
	/^https?:\/\/(?:[\w-]+\.)?slides\.com\/.*\/embed/,
	/^https?:\/\/prezi\.com\/(?:p\/|v\/)?(?:embed\/|[\w-]+\/embed)/,
	/^https?:\/\/view\.genial(?:ly\.com|\.ly)\//,
	/^https?:\/\/www\.canva\.com\/design\/[^?]+\/(?:view|watch)/,
	/^https?:\/\/(?:e\.)?issuu\.com\//,
	/^https?:\/\/(?:www\.)?calameo\.com\/read\//,
	// Forms and polls.
	/^https?:\/\/forms\.(?:office\.com|cloud\.microsoft)\//,
	/^https?:\/\/[\w-]+\.typeform\.com\/to\//,
	/^https?:\/\/framaforms\.org\//,
	/^https?:\/\/[^/]+\/(?:index\.php\/)?apps\/forms\/(?:embed|s)\//,
	/^https?:\/\/(?:app\.)?wooclap\.com\//,
	/^https?:\/\/(?:www\.)?mentimeter(?:-app)?\.com\//,
	// Boards and exercises.
	/^https?:\/\/(?:[\w-]+\.)?padlet\.(?:com|org)\//,
	/^https?:\/\/miro\.com\/app\/(?:live-)?embed\//,
	/^https?:\/\/(?:www\.)?geogebra\.org\/(?:material\/iframe|m|calculator|classic|graphing|3d|geometry)\b/,
	/^https?:\/\/learningapps\.org\/(?:watch|display|embed)/,
	/^https?:\/\/quizlet\.com\/\d+\/.*\/embed/,
	/^https?:\/\/wordwall\.net\/(?:[a-z]{2}\/)?embed\//,
	/^https?:\/\/(?:cdn\.)?knightlab\.com\/libs\//,
	// Posts.
	/^https?:\/\/platform\.(?:twitter|x)\.com\/embed\//,
	/^https?:\/\/www\.facebook\.com\/plugins\/(?:post|page)/,
	/^https?:\/\/www\.instagram\.com\/(?:[\w.]+\/)?(?:p|reel|tv)\/[\w-]+\/embed/,
	/^https?:\/\/www\.linkedin\.com\/embed\//,
	/^https?:\/\/www\.tiktok\.com\/(?:embed|player)\//,
	/^https?:\/\/embed\.bsky\.app\//,
	/^https?:\/\/[^/]+\/@[\w.@-]+\/\d+\/embed(?:[?#]|$)/,
	// Sounds.
	/^https?:\/\/open\.spotify\.com\/embed/,
	/^https?:\/\/w\.soundcloud\.com\/player/,
	/^https?:\/\/widget\.deezer\.com\//,
	/^https?:\/\/embed\.(?:podcasts|music)\.apple\.com\//,
];

/** Whether this is the address of known content of another site: a map, slides, a form, a board, a post, sounds, an exercise. */
export function isEmbeddedContent(address: string): boolean {
	return CONTENTS.some((content) => content.test(address));
}
