/** An id with underscores for its hyphens: the keys of the catalogues hold no hyphen. */
export type TextKey<Id extends string> = Id extends `${infer Head}-${infer Tail}` ? `${Head}_${TextKey<Tail>}` : Id;

/** The part of a key that names an id: `oversized_video` for `oversized-video`. */
export function textKey<Id extends string>(id: Id): TextKey<Id> {
	return id.replaceAll('-', '_') as TextKey<Id>;
}
