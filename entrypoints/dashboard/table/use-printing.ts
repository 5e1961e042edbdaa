import { useEffect, useState } from 'preact/hooks';

/** True while the page is printed. Preact renders in a microtask after `beforeprint`, before the browser lays out the sheets. */
export function usePrinting(): boolean {
	const [isPrinting, setPrinting] = useState(false);
	useEffect(() => {
		const listening = new AbortController();
		for (const type of ['beforeprint', 'afterprint'])
			addEventListener(type, () => setPrinting(type === 'beforeprint'), { signal: listening.signal });
		return () => listening.abort();
	}, []);
	return isPrinting;
}
