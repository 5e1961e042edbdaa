import type { Behaviours } from './behaviour';

/** What a frame finds out about hooks in its own world when it looks for them: each would add a frame to these stacks. */
export const STRANGER: Behaviours = {
	'looks for hooks': async (log, at) => {
		const depth = () => `${new Error().stack}`.trim().split('\n').length;
		for (const name of ['page-world', 'sober-world', 'sober-players', 'sober']) {
			const relatedTarget = document.createElement('p');
			log(document.dispatchEvent(new FocusEvent(`sobrio:${name}`, { cancelable: true, relatedTarget })));
		}
		await fetch(at.echo, {
			get method() {
				log('fetch', depth());
				return 'GET';
			},
		});
		const request = new XMLHttpRequest();
		request.onreadystatechange = () => request.readyState === 1 && log('open', depth());
		request.onloadstart = () => log('send', depth());
		request.open('GET', at.echo);
		request.send();
		document.addEventListener({ toString: () => log('listener', depth()) ?? 'a' } as never, null as never);
		await new Promise((resolve) => setTimeout(resolve, 400));
		request.open('GET', at.echo);
		request.send();
		log(window.Reflect === Reflect, Object.getOwnPropertyNames(window).length);
	},
};
