/** A site that the user chose to follow, beside the known platforms. */
export interface FollowedSite {
	readonly host: string;
	readonly platform: string;
	/** Local day, `YYYY-MM-DD`, since when it is followed. */
	readonly sinceDay: string;
}
