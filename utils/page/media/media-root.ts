/** Where events of media elements are heard: they do not leave their shadow root, nor an element that is in no document. */
export type MediaRoot = Document | ShadowRoot | HTMLMediaElement;
