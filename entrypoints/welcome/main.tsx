import { effect } from '@preact/signals-core';
import { render } from 'preact';
import { browser } from '@/utils/browser/browser';
import '@/components/layout/tokens.css';
import './welcome.css';
import { i18n } from '#i18n';
import { languageTag } from '@/components/layout/language';
import { speak } from '@/utils/i18n/speak';
import { readLanguage, saveLanguage } from '@/utils/settings/language';
import { loadProfile, saveProfile, watchProfile } from '@/utils/settings/profile';
import { App } from './App';
import { createWelcomeModel } from './model';

const EVERYWHERE = { origins: ['*://*/*'] };

const language = await readLanguage();
await speak(language);
document.documentElement.lang = languageTag(browser.i18n.getUILanguage());
document.title = i18n.t('welcome.title');

const model = createWelcomeModel({
	language,
	chooseLanguage: async (chosen) => {
		await saveLanguage(chosen);
		location.reload();
	},
	loadProfile,
	saveProfile,
	watchProfile,
	hasWideAccess: () => browser.permissions.contains(EVERYWHERE),
	requestWideAccess: () => browser.permissions.request(EVERYWHERE),
});
void model.start();

// Drawn whole, and again when a signal changes that was read on the way: views read signals, components get values.
effect(() => render(<App model={model} />, document.body));
