/** Writes down what a page sees: texts, numbers and lists of them. */
export type Log = (...seen: unknown[]) => void;

/** The page's server, as addresses. */
export interface Addresses {
	/** Answers with what it is sent. */
	readonly echo: string;
	/** The same from another origin, without a length. */
	readonly otherEcho: string;
	/** Three named events, then it stays open. */
	readonly events: string;
	/** Answers each message with it. */
	readonly socket: string;
	readonly worker: string;
}

/**
 * Something that pages do, run as the first script of a page. It stands alone: its text is sent to the browser. It ends by itself;
 * what it logs must be the same each time without an extension.
 */
export type Behaviour = (log: Log, at: Addresses) => void | Promise<void>;

/** Behaviours by name. */
export type Behaviours = Readonly<Record<string, Behaviour>>;
