import { OWN_WINDOWS } from '@/utils/core/measure/connection';
import { quietly } from '@/utils/page/quietly';
import type { Counters } from './counters';
import { brandReader, caller, listen, matches, reader } from './natives';
import { afterCall } from './wrap';

/** Names of windows that are the page's own, or hold it. */
const OWN_TARGET = /^(?:|_self|_parent|_top)$/i;
const WITHOUT_OPENER = /\bnoopener|\bnoreferrer/i;
const MIDDLE_BUTTON = 1;

/**
 * Counts windows and tabs that the frame opens on another site, by a link or a script. They belong to the page, and without access to that
 * site no network event shows what they load.
 */
export function hookWindows({ counter, notify }: Counters): void {
	const NativeURL = URL;
	const originOf = reader(URL.prototype, 'origin');
	const protocolOf = reader(URL.prototype, 'protocol');
	const baseOf = reader(Document.prototype, 'baseURI');
	const { origin: ownOrigin } = location;
	const count = (address: string) => {
		const url = new NativeURL(address, baseOf(document));
		if (!matches(/^https?:$/, protocolOf(url)) || originOf(url) === ownOrigin) return;
		counter(OWN_WINDOWS).count++;
		notify();
	};

	afterCall(window, 'open', (opened: Window | null, _self, args) => {
		const address = args[0];
		const target = args[1] ?? '_blank';
		const features = args[2] ?? '';
		// Reading an object's text could run code of the page.
		if (typeof address !== 'string' || typeof target !== 'string' || typeof features !== 'string') return;
		const isOpened = opened !== null || matches(WITHOUT_OPENER, features);
		if (isOpened && !(target && matches(OWN_TARGET, target))) count(address);
	});

	const pathOf = caller(Event.prototype, 'composedPath');
	const isStoppedOf = reader(Event.prototype, 'defaultPrevented');
	const buttonOf = reader(MouseEvent.prototype, 'button');
	const isControl = reader(MouseEvent.prototype, 'ctrlKey');
	const isMeta = reader(MouseEvent.prototype, 'metaKey');
	const isShift = reader(MouseEvent.prototype, 'shiftKey');
	const isByHand = (event: MouseEvent) =>
		buttonOf(event) === MIDDLE_BUTTON || isControl(event) || isMeta(event) || isShift(event);
	const linkReader = (name: 'href' | 'target') => {
		const ofAnchor = brandReader<string>(HTMLAnchorElement.prototype, name);
		const ofArea = brandReader<string>(HTMLAreaElement.prototype, name);
		return (value: unknown) => ofAnchor(value) ?? ofArea(value);
	};
	const hrefOf = linkReader('href');
	const targetNameOf = linkReader('target');
	const onClick = (event: MouseEvent) => {
		if (isStoppedOf(event) || buttonOf(event) > MIDDLE_BUTTON) return;
		const path = pathOf(event);
		for (let index = 0; index < path.length; index++) {
			const address = hrefOf(path[index]);
			if (!address) continue;
			if (isByHand(event) || !matches(OWN_TARGET, targetNameOf(path[index]) ?? '')) count(address);
			return;
		}
	};
	listen(document, 'click', (event) => quietly(() => onClick(event as MouseEvent)));
	listen(document, 'auxclick', (event) => quietly(() => onClick(event as MouseEvent)));
}
