/** The schema of an object that has exactly these fields, but for those that may be left out. */
export function exactly(properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object {
	const required = Object.keys(properties).filter((name) => !optional.includes(name));
	return { type: 'object', properties, required, additionalProperties: false };
}
