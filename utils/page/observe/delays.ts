/** Changes wait this long, so that a busy page sends one message rather than many. */
export const REPORT_DELAY_MS = 3_000;
/** The same while the popup is open over this tab, and for the first report with media. */
export const WATCHED_REPORT_DELAY_MS = 900;
/** A page that is in use without any other change reports its active time at this interval. */
export const READING_REPORT_DELAY_MS = 30_000;
