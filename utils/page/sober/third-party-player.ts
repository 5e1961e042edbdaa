/** Third-party players that courses embed, by the address of their frame. */
const PLAYERS = [
	{ name: 'YouTube', address: /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\// },
	{ name: 'Vimeo', address: /^https?:\/\/player\.vimeo\.com\/video\// },
	{ name: 'Dailymotion', address: /^https?:\/\/(?:www|geo)\.dailymotion\.com\/(?:embed\/|player)/ },
	{ name: 'Wistia', address: /^https?:\/\/fast\.wistia\.(?:net|com)\/embed\/iframe\// },
	{ name: 'Loom', address: /^https?:\/\/(?:www\.)?loom\.com\/embed\// },
] as const;

/** The start of an address with a port. A host name has at most 253 characters: RFC 1035, section 2.3.4. */
const WITH_PORT = /^(https?:\/\/[^/:]{1,253}):\d{1,5}(?=\/)/;

/** Name of the company whose video player has this address, on any port; null for any other address. */
export function thirdPartyPlayer(address: string): string | null {
	const withoutPort = address.replace(WITH_PORT, '$1');
	return PLAYERS.find((player) => player.address.test(withoutPort))?.name ?? null;
}
