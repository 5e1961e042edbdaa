/** A site that the user chose to follow, beside the known platforms. */
export interface FollowedSite {
	readonly host: string;
	readonly platform: string;
	/** Local day, `YYYY-MM-DD`, since when it is followed. */
	readonly sinceDay: string;
}

/** What it takes to follow the site that a tab shows. */
export interface FollowRequest {
	readonly host: string;
	readonly platform: string;
	/** Tab to measure from now on; -1 (`browser.tabs.TAB_ID_NONE`) when the wish comes from no tab of the site. */
	readonly tabId: number;
}
