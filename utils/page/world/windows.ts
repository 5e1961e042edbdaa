import { OWN_WINDOWS } from '@/utils/core/measure/connection';
import { quietly } from '@/utils/page/quietly';
import type { Counters } from './counters';
import { brandReader, caller, matches, OwnMap, reader, targetOf } from './natives';
import { afterCall, beforeCall, listenInShadowRoots } from './wrap';

/** Names of windows that are the page's own, or hold it. */
const OWN_TARGET = /^(?:|_self|_parent|_top)$/i;
const WITHOUT_OPENER = /\bnoopener|\bnoreferrer/i;

/** Most windows of which the frame watches whether it leads them on. */
const MAX_WATCHED = 50;

/**
 * Counts windows and tabs that the frame opens on another host, by a link, a form or `window.open`, or opens empty or on its own host and leads
 * on to another: the returned function looks where those are. They belong to the page, and without access
 * to that host no network event shows what they load. What the learner opens in a tab by Ctrl, Shift or the middle button is no window of
 * the page.
 */
export function hookWindows({ counter, notify }: Counters): () => void {
	const NativeURL = URL;
	const hostOf = reader(URL.prototype, 'hostname');
	const protocolOf = reader(URL.prototype, 'protocol');
	const baseOf = reader(Document.prototype, 'baseURI');
	// An empty frame has no host, but the address of the page that made it as its base.
	const ownHost = location.hostname || hostOf(new NativeURL(baseOf(document)));
	const isElsewhere = (address: string) => {
		const url = new NativeURL(address, baseOf(document));
		return ownHost !== '' && matches(/^https?:$/, protocolOf(url)) && hostOf(url) !== ownHost;
	};
	const count = (address: string) => {
		if (!isElsewhere(address)) return;
		counter(OWN_WINDOWS).count++;
		notify();
	};
	const own = ownWindows(() => counter(OWN_WINDOWS).count++);
	const frameOf = frameFinder();
	const isEmpty = emptyFrames();

	afterCall(window, 'open', (opened: Window | null, _self, args) => {
		const address = args[0] === undefined ? '' : args[0];
		const target = args[1] || '_blank';
		const features = args[2] ?? '';
		// Reading an object's text could run code of the page.
		if (typeof address !== 'string' || typeof target !== 'string' || typeof features !== 'string') return;
		// No page can replace `top`, and other sites can read it.
		const isWindow = opened
			? opened.top === opened && opened !== window.top
			: matches(WITHOUT_OPENER, features) && !matches(OWN_TARGET, target) && !frameOf(target);
		if (!isWindow) return;
		if (isElsewhere(address)) count(address);
		else if (ownHost && opened) own.add(opened);
	});

	const isStoppedOf = reader(Event.prototype, 'defaultPrevented');
	const attributeOf = caller(Element.prototype, 'getAttribute');
	const selectIn = caller(Document.prototype, 'querySelector');
	const follow = ({ source, address, button }: Lead) => {
		const named = attributeOf(source, 'target') !== null ? source : selectIn(document, 'base[target]');
		const target = (button && attributeOf(button, 'formtarget')) ?? (named && attributeOf(named, 'target')) ?? '';
		if (matches(OWN_TARGET, target)) return;
		const frame = frameOf(target);
		if (!frame || isEmpty(frame)) count(address());
	};
	const linkOf = linkFinder();
	const later = setTimeout;
	const submitterOf = reader(SubmitEvent.prototype, 'submitter');
	const formOf = formReader(attributeOf);
	const onEvent = (event: Event, lead: Lead | null) => {
		if (!lead) return;
		// Only at its end is it known whether the page handles the event itself.
		later(() => {
			if (!isStoppedOf(event)) quietly(() => follow(lead));
		});
	};
	const onSubmit = (event: SubmitEvent) => onEvent(event, formOf(targetOf(event) as Element, submitterOf(event)));
	const listenTo = caller(window, 'addEventListener');
	listenTo(window, 'click', (event) => quietly(() => onEvent(event, linkOf(event as MouseEvent))), true);
	const noteSubmit = (event: Event) => quietly(() => onSubmit(event as SubmitEvent));
	listenTo(window, 'submit', noteSubmit, true);
	listenInShadowRoots('submit', noteSubmit);
	// It dispatches no event.
	beforeCall(HTMLFormElement.prototype, 'submit', (form) => follow(formOf(form, null)));
	return own.look;
}

/** Reads where a form leads. */
function formReader(attributeOf: (element: Element, name: string) => string | null) {
	return (form: Element, button: Element | null): Lead => {
		// Not `form.action`: a field with that name would hide the property.
		const read = (name: string) => (button && attributeOf(button, `form${name}`)) ?? attributeOf(form, name) ?? '';
		// Without an address the form leads to its own page, and a dialog's nowhere.
		const address = () => (matches(/^dialog$/i, read('method')) ? '' : read('action')) || 'about:blank';
		return { source: form, button, address };
	};
}

/** Windows that the frame can look into, since what they show is of its own site; `onLedOn` is called for each that is led on to another. */
function ownWindows(onLedOn: () => void) {
	const own = new OwnMap<Window, true>();
	return {
		add(opened: Window) {
			if (own.size < MAX_WATCHED) own.set(opened, true);
		},
		look: () =>
			own.forEach((_, opened) => {
				const isLedOn = isHidden(opened);
				if (isLedOn) onLedOn();
				if (isLedOn || opened.closed) own.delete(opened);
			}),
	};
}

/** Whether a window shows another site: the frame cannot look into it. */
function isHidden(opened: Window): boolean {
	try {
		return opened.document === null;
	} catch {
		return true;
	}
}

/** A link or a form. */
interface Lead {
	readonly source: Element;
	/** The button that submits a form. */
	readonly button: Element | null;
	/** Reads where it leads. */
	address(): string;
}

/** Finds the link that a click follows; null for none, and where a key says that the learner opens it in a place of their own. */
function linkFinder(): (event: MouseEvent) => Lead | null {
	const pathOf = caller(Event.prototype, 'composedPath');
	const keys = (['ctrlKey', 'metaKey', 'shiftKey', 'altKey'] as const).map((key) => reader(MouseEvent.prototype, key));
	const ofAnchor = brandReader<string>(HTMLAnchorElement.prototype, 'href');
	const ofArea = brandReader<string>(HTMLAreaElement.prototype, 'href');
	const nameOf = brandReader<string>(Element.prototype, 'localName');
	const attributeOf = caller(Element.prototype, 'getAttribute');
	// A link of an SVG picture has its address in an attribute of either name.
	const ofPicture = (link: Element) => attributeOf(link, 'href') ?? attributeOf(link, 'xlink:href') ?? '';
	const addressOf = (value: Element) =>
		ofAnchor(value) || ofArea(value) || (nameOf(value) === 'a' ? ofPicture(value) : '');
	return (event) => {
		for (let index = 0; index < keys.length; index++) if (keys[index]?.(event)) return null;
		const path = pathOf(event);
		for (let index = 0; index < path.length; index++) {
			const link = path[index] as Element;
			if (addressOf(link)) return { source: link, button: null, address: () => addressOf(link) };
		}
		return null;
	};
}

/** Finds the frame of a name, beside or within this one, as far up as documents are of this site. */
function frameFinder(): (name: string) => Element | null {
	const framesIn = caller(Document.prototype, 'querySelectorAll');
	const lengthOf = reader(NodeList.prototype, 'length');
	const attributeOf = caller(Element.prototype, 'getAttribute');
	const parentOf = brandReader<Window>(window, 'parent');
	const frameIn = (view: Window, name: string) => {
		try {
			const frames = framesIn(view.document, 'iframe, frame, object');
			for (let index = 0; index < lengthOf(frames); index++) {
				const frame = frames[index] as Element;
				if (attributeOf(frame, 'name') === name) return frame;
			}
		} catch {
			// A page of another site: its frames have no names for this one.
		}
		return null;
	};
	return (name) => {
		let view: Window | undefined = window;
		while (view) {
			const frame = frameIn(view, name);
			if (frame) return frame;
			const above: Window | undefined = parentOf(view);
			view = above === view ? undefined : above;
		}
		return null;
	};
}

/** Tells whether a frame shows nothing yet: it has no observer that would note where it is led. */
function emptyFrames(): (frame: Element) => boolean {
	const viewOf = brandReader<Window>(HTMLIFrameElement.prototype, 'contentWindow');
	return (frame) => {
		try {
			return viewOf(frame)?.location.href === 'about:blank';
		} catch {
			return false;
		}
	};
}
