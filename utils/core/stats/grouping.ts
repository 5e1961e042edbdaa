/** Key of a course of a site. Hosts contain no space, so keys are unique. */
export function courseId(course: { readonly host: string; readonly courseKey: string }): string {
	return `${course.host} ${course.courseKey}`;
}

/** Groups records by key, in the order of first occurrence. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group) group.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}
