// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { Method } from '@/entrypoints/dashboard/method/MethodView';
import { useFrench } from '@/tests/components/french';
import { ASSISTANT_FACTORS } from '@/utils/core/assistants/factors';
import { methodFigures } from '@/utils/core/carbon/method';
import { SOURCES } from '@/utils/core/carbon/sources';
import { ASSISTANTS } from '@/utils/core/platforms/catalogue/assistants';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';

/** French figures have narrow and wide no-break spaces; for reading they are spaces. */
const textOf = (node: Element | null | undefined) => node?.textContent?.replace(/\s/g, ' ') ?? '';

function show(country: string, today = '2026-11-23') {
	render(
		<Method figures={methodFigures({ ...DEFAULT_PROFILE, country })} version="0.1.0" today={today} />,
		document.body,
	);
	return document.body;
}

beforeEach(async () => {
	render(null, document.body);
	await useFrench();
});

/** Written with a capital inside. */
const PROPER_NAMES = /OpenAI|DeepSeek|WebUI|LibreChat/g;

describe('the method page', () => {
	it('puts the same hour under each model side by side', () => {
		const rows = [...show('FR').querySelectorAll('[aria-labelledby=method-models] tbody tr')].map((row) => [
			textOf(row.querySelector('a')),
			textOf(row.querySelector('td')),
		]);
		expect(rows).toEqual([
			['ADEME, cycle de vie', '63,5 g'],
			['Sustainable Web Design v4', '257 g'],
			['Modèle de puissance', '1,88 g'],
		]);
	});

	it('gives each factor its name, number, unit, year and a link to its source', () => {
		const rows = [...show('BE').querySelectorAll('.factors tbody tr')];
		expect(rows).toHaveLength(methodFigures(DEFAULT_PROFILE).factors.length + ASSISTANT_FACTORS.length);
		const cells = rows.map((row) => [...row.children].map(textOf));
		expect(cells).toContainEqual([
			'Ordinateur portable, durée de vie',
			'5 ans',
			expect.stringMatching(/^ADEME/),
			'2026',
		]);
		expect(cells).toContainEqual(['Belgique', '117,58 g/kWh', expect.stringMatching(/^Ember/), expect.any(String)]);
		for (const [name, value] of cells) {
			expect(name?.replace(PROPER_NAMES, '')).not.toMatch(/undefined|[a-z][A-Z]/);
			expect(value).toMatch(/\d/);
		}
		const links = new Set(rows.map((row) => row.querySelector('a')?.href));
		const factors = [...methodFigures(DEFAULT_PROFILE).factors, ...ASSISTANT_FACTORS];
		const used = new Set(factors.map(({ source }) => SOURCES[source].link));
		expect([...links].sort()).toEqual([...used].sort());
	});

	it('sets what others published beside it, each with its scope and link', () => {
		const rows = [...show('FR').querySelectorAll('[aria-labelledby=method-published] li')];
		expect(rows.map(textOf)).toEqual([
			'AIE / IEA · 2020 · environ 36 g, moyenne mondiale de 2019. Électricité seule, sans fabrication.',
			'Carbon Trust, DIMPACT · 2021 · environ 55 g, moyenne européenne de 2020. Électricité seule, sans fabrication.',
			'Arcom, Arcep, ADEME · 2024 · 6 à 57 g, France en 2022. Cycle de vie complet, neuf façons de regarder ou d’écouter.',
		]);
		expect(rows.map((row) => row.querySelector('a')?.href)).toEqual(
			[SOURCES.iea, SOURCES.carbonTrust, SOURCES.arcom].map(({ link }) => link),
		);
	});

	it('explains the range, what is missing, and how to cite it with the equipment', () => {
		const headings = [...show('FR').querySelectorAll('h2')].map(textOf);
		expect(headings).toContain('Pourquoi une fourchette');
		expect(headings).toContain('Ce qui n’est pas compté');
		expect(textOf(document.querySelector('blockquote'))).toContain(
			'Sobrio 0.1.0 avec les facteurs ADEME (Impact CO2) ; équipement : portable, réseau fixe, France ; consulté le 2026-11-23.',
		);
	});

	it('says how assistants are counted, what providers published, and when each known one was checked', () => {
		const words = show('FR').textContent?.replaceAll(/\s/g, ' ') ?? '';
		expect(words).toContain('suivent la méthode d’EcoLogits');
		expect(words).toContain('0,24 Wh, 0,03 g CO₂e');
		expect(words).toContain('ChatGPT : comparé aux sources publiques le 2026-11-29');
	});

	it('names each known assistant with its date, and says of all that this was long ago after 180 days', () => {
		const linesOn = (day: string) =>
			[...show('FR', day).querySelectorAll('[aria-labelledby="method-checked"] li')].map((line) => textOf(line));
		const names = ASSISTANTS.map(({ name }) => name);
		const [in180Days, later] = [linesOn('2027-05-28'), linesOn('2027-05-29')];
		expect(in180Days).toEqual(
			names.map(
				(name) => `${name} : comparé aux sources publiques le 2026-11-29 ; aucun assistant n’a été ouvert en direct`,
			),
		);
		expect(later).toEqual(
			names.map(
				(name) =>
					`${name} : comparé aux sources publiques le 2026-11-29, il y a plus de 180 jours ; il peut avoir changé`,
			),
		);
	});

	it('links what providers published by the addresses of the named publishers', () => {
		const links = [...show('FR').querySelectorAll<HTMLAnchorElement>('[aria-labelledby="method-answers"] a')];
		expect(links.map(({ textContent, href }) => [textContent, new URL(href).host])).toEqual([
			['Google', 'arxiv.org'],
			['OpenAI (S. Altman)', 'blog.samaltman.com'],
			['Mistral AI', 'mistral.ai'],
		]);
	});
});
