/** Players of other companies that courses embed: their name, and the address of a player's frame. */
const PLAYERS = [
	{ name: 'YouTube', address: /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\// },
	{ name: 'Vimeo', address: /^https?:\/\/player\.vimeo\.com\/video\// },
	{ name: 'Dailymotion', address: /^https?:\/\/(?:www|geo)\.dailymotion\.com\/(?:embed\/|player)/ },
	{ name: 'Wistia', address: /^https?:\/\/fast\.wistia\.(?:net|com)\/embed\/iframe\// },
	{ name: 'Loom', address: /^https?:\/\/(?:www\.)?loom\.com\/embed\// },
] as const;

const PORT = /(?<=^https?:\/\/[^/]*):\d+(?=\/)/;

/** Name of the company whose video player an address loads, from whatever port; null for every other frame. */
export function thirdPartyPlayer(address: string): string | null {
	const plain = address.replace(PORT, '');
	return PLAYERS.find((player) => player.address.test(plain))?.name ?? null;
}
