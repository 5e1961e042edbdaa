/** An id with underscores in place of hyphens, which the keys of the catalogues cannot contain. */
export type TextKey<Id extends string> = Id extends `${infer Head}-${infer Tail}` ? `${Head}_${TextKey<Tail>}` : Id;

/** The key of an id: `oversized_video` for `oversized-video`. */
export function textKey<Id extends string>(id: Id): TextKey<Id> {
	return id.replaceAll('-', '_') as TextKey<Id>;
}
