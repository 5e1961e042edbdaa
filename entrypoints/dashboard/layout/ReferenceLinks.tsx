import type { Reference } from '@/utils/core/tips/rule';

/** Links to the criteria behind an advice, a space before each. */
export function ReferenceLinks({ references }: { readonly references: readonly Reference[] }) {
	return references.flatMap(({ label, url }) => [
		' ',
		<a key={label} href={url} target="_blank" rel="noreferrer">
			{label}
		</a>,
	]);
}
