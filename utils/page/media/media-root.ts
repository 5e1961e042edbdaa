/** An event target for media events, which leave neither their shadow root nor an element outside any document. */
export type MediaRoot = Document | ShadowRoot | HTMLMediaElement;
