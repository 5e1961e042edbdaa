/** One key for a course of a site; hosts hold no space, so two courses never share one. */
export function courseId(course: { readonly host: string; readonly courseKey: string }): string {
	return `${course.host} ${course.courseKey}`;
}

/** Groups records by a key, in the order in which the keys first occur. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group) group.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}
