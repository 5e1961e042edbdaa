/** Calls `onElement` with each element of that name in the document, now and later. The returned function stops it. */
export function onAdded(name: string, onElement: (element: Element) => void): () => void {
	const inspect = (node: Node) => {
		if (!(node instanceof Element)) return;
		if (node.localName === name) onElement(node);
		for (const element of node.getElementsByTagName(name)) onElement(element);
	};
	const observer = new MutationObserver((changes) => {
		for (const { addedNodes } of changes) for (const node of addedNodes) inspect(node);
	});
	for (const element of document.getElementsByTagName(name)) onElement(element);
	observer.observe(document, { childList: true, subtree: true });
	return () => observer.disconnect();
}
