/** Calls `seen` with each element of that name that is in the document or comes into it, until the returned function is called. */
export function onAdded(name: string, seen: (element: Element) => void): () => void {
	const look = (node: Node) => {
		if (!(node instanceof Element)) return;
		if (node.localName === name) seen(node);
		for (const element of node.getElementsByTagName(name)) seen(element);
	};
	const observer = new MutationObserver((changes) => {
		for (const { addedNodes } of changes) for (const node of addedNodes) look(node);
	});
	for (const element of document.getElementsByTagName(name)) seen(element);
	observer.observe(document, { childList: true, subtree: true });
	return () => observer.disconnect();
}
