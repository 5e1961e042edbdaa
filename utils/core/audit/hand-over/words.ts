import type { Finding } from '@/utils/core/audit/finding';

/** A finding in words. */
export interface FindingTexts {
	readonly title: string;
	readonly body: string;
	/** What to do, in words of the tool at hand. */
	readonly advice: string;
	/** What it would save; '' where the advice is not about bytes. */
	readonly stake: string;
	/** Whose bytes these are. */
	readonly per: string;
}

/** Texts of the files that hand an audit over, besides titles of pages and names of files. */
export interface HandOverWords {
	readonly title: string;
	readonly about: string;
	readonly of: (finding: Finding) => FindingTexts;
	readonly kind: (kind: string) => string;
	/** What no name has. */
	readonly rest: string;
	readonly columns: Readonly<
		Record<
			| 'page'
			| 'title'
			| 'address'
			| 'kind'
			| 'file'
			| 'first'
			| 'again'
			| 'unknown'
			| 'findings'
			| 'advice'
			| 'low'
			| 'high'
			| 'per'
			| 'criteria'
			| 'done',
			string
		>
	>;
}
