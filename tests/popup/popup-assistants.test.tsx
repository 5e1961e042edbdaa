// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { startBrowser } from '@/tests/components/browser';
import { liveVisit } from '@/tests/components/figures';
import { measured, openPopup } from './popup-rig';

beforeEach(startBrowser);

const card = () => document.querySelector('.assistant')?.textContent?.replaceAll(/\s/g, ' ') ?? null;

describe('the popup on an AI assistant', () => {
	it('shows prompts, tokens, energy, carbon and water, and whether the weights are published', async () => {
		const gpt = { promptCount: 3, regenerationCount: 2, readCount: 5, characters: 20_000, answerMs: 120_000 };
		await openPopup(measured(liveVisit({ assistants: { gpt } })));
		expect(card()).toMatch(/3 questions, 2 réponses redemandées GPT, poids non publiés/);
		expect(card()).toMatch(/4 000 à 6 000 jetons · .*Wh · .*g CO₂e · .*mL/);
		expect(card()).toMatch(/Conseil : écrivez dans la question/);
		expect(card()).not.toMatch(/inconnue/);
	});

	it('shows unknown sizes as unknown: no figure is 0', async () => {
		await openPopup(measured(liveVisit({ assistants: { claude: { promptCount: 2, unreadCount: 2 } } })));
		expect(card()).toMatch(/2 questions Claude/);
		expect(card()).toMatch(/Ce site a changé : tailles inconnues, questions encore comptées/);
		expect(card()).not.toMatch(/jetons|Wh|mL|\b0\b/);
	});

	it('says that energy is unknown where the model is', async () => {
		const own = { promptCount: 2, readCount: 1, characters: 400, unreadCount: 1 };
		await openPopup(measured(liveVisit({ assistants: { own } })));
		expect(card()).toMatch(/Énergie inconnue/);
		expect(card()).toMatch(/1 réponse de taille inconnue/);
	});

	it('shows nothing of it on other pages', async () => {
		await openPopup(measured(liveVisit()));
		expect(card()).toBe(null);
	});
});
