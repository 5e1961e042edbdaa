// A small authoring-tool package: each screen loads its picture when it is reached.
const SCREENS = [
	{
		title: 'Écran 1\u00A0: entendre l’alarme',
		image: 'nuages.jpg',
		text: 'Un signal continu, deux tons\u00A0: on pose tout et on sort.',
	},
	{
		title: 'Écran 2\u00A0: choisir son chemin',
		image: 'ruisseau.jpg',
		text: 'Le chemin le plus court n’est pas toujours libre\u00A0: gardez le second en tête.',
	},
	{
		title: 'Écran 3\u00A0: se compter',
		image: 'branche.jpg',
		text: 'Au point de rassemblement, on répond à l’appel et on attend la fin.',
	},
];
const next = document.querySelector('#next');
let screen = 0;

function show() {
	const { title, image, text } = SCREENS[screen];
	document.querySelector('h1').textContent = title;
	document.querySelector('#picture').src = `img/${image}`;
	document.querySelector('#text').textContent = text;
	next.disabled = screen === SCREENS.length - 1;
	parent.postMessage({ element: 'cmi.progress_measure', value: (screen + 1) / SCREENS.length }, '*');
}

next.addEventListener('click', () => {
	screen += 1;
	show();
});

// As some authoring tools do: a frame without an address of its own (about:blank), filled by a script.
const tip = document.querySelector('#tip').contentDocument;
tip.documentElement.lang = 'fr';
tip.body.style.cssText = 'margin:0;font:14px system-ui,sans-serif';
tip.body.textContent = 'Conseil\u00A0: repérez dès aujourd’hui les deux sorties les plus proches de votre poste.';
show();
