/** Third-party players that courses embed, by the address of their frame. */
const PLAYERS = [
	{ name: 'YouTube', address: /^https?:\/\/(?:www\.|m\.)?youtube(?:-nocookie|education|\.googleapis)?\.com\/embed\// },
	{
		name: 'Vimeo',
		address: /^https?:\/\/(?:player\.vimeo\.com\/video\/|vimeo\.com\/(?:event|showcase)\/[^?]*\/embed)/,
	},
	{ name: 'Dailymotion', address: /^https?:\/\/(?:www|geo)\.dailymotion\.com\/(?:embed\/|player)/ },
	{ name: 'Wistia', address: /^https?:\/\/fast\.wistia\.(?:net|com)\/embed\/(?:iframe|channel)\// },
	{ name: 'Loom', address: /^https?:\/\/(?:www\.)?loom\.com\/embed\// },
	{ name: 'Bunny', address: /^https?:\/\/(?:iframe|player)\.mediadelivery\.net\/(?:embed|play)\// },
	{
		name: 'Cloudflare Stream',
		address:
			/^https?:\/\/(?:(?:iframe|watch)\.(?:cloudflarestream\.com|videodelivery\.net)\/|[\w-]+\.cloudflarestream\.com\/[^/?]+\/iframe)/,
	},
	{ name: 'Vidyard', address: /^https?:\/\/play\.vidyard\.com\/[\w-]+(?:\.html)?(?:[?#]|$)/ },
	{ name: 'JW Player', address: /^https?:\/\/(?:cdn\.jwplayer|content\.jwplatform)\.com\/players\/[^/?]+\.html/ },
	{ name: 'Brightcove', address: /^https?:\/\/players\.brightcove\.net\/\d+\/[\w-]+\/index\.html/ },
	{ name: 'Kaltura', address: /^https?:\/\/[\w.-]*\bkaltura\.com\/.*(?:embed|iframe|extwidget)/i },
	// Universities and schools run these under their own hosts.
	{ name: 'Kaltura', address: /^https?:\/\/[^/]+\/embed\/secure\/iframe\// },
	{ name: 'Panopto', address: /^https?:\/\/[^/]+\/Panopto\/Pages\/(?:Embed|Interactive\/Embed)\.aspx/i },
	{ name: 'PeerTube', address: /^https?:\/\/[^/]+\/(?:videos|video-playlists)\/embed\// },
	{ name: 'Nudgis', address: /^https?:\/\/[^/]+\/permalink\/[^/?]+\/iframe\// },
	{ name: 'Esup-Pod', address: /^https?:\/\/[^/]+\/video\/[^?]*\?(?:[^#]*&)?is_iframe=true/ },
] as const;

/** The start of an address with a port. A host name has at most 253 characters: RFC 1035, section 2.3.4. */
const WITH_PORT = /^(https?:\/\/[^/:]{1,253}):\d{1,5}(?=\/)/;

/** Name of the company whose video player has this address, on any port; null for any other address. */
export function thirdPartyPlayer(address: string): string | null {
	const withoutPort = address.replace(WITH_PORT, '$1');
	return PLAYERS.find((player) => player.address.test(withoutPort))?.name ?? null;
}
