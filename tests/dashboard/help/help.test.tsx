// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { openHelp } from '@/entrypoints/dashboard/help/HelpView';
import { HELP } from '@/entrypoints/dashboard/help/help-topics';
import { startBrowser } from '@/tests/components/browser';
import { draw } from '@/tests/components/screen';

beforeEach(startBrowser);

it('the help has a titled part for each topic, with its points and a link to where it is done', () => {
	const view = openHelp({ hrefOf: (name: string) => `#${name}` } as never);
	draw(() => <>{view.render()}</>);
	expect([...document.querySelectorAll('.help h2')].map(({ textContent }) => textContent)).toEqual([
		'Lire la fenêtre de Sobrio',
		'Agir',
		'Suivre, mettre en pause, laisser de côté',
		'Exporter et sauvegarder',
		'Réunir un groupe',
		'Ce que les chiffres ne disent pas',
	]);
	const sections = [...document.querySelectorAll('.help section')];
	expect(sections.map((section) => section.querySelectorAll('li').length)).toEqual(
		HELP.map(({ points }) => points.length),
	);
	expect(sections.map((section) => section.querySelector('a')?.getAttribute('href'))).toEqual(
		HELP.map(({ view: name }) => `#${name}`),
	);
});
