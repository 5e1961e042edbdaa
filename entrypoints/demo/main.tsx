import { effect } from '@preact/signals-core';
import { render } from 'preact';
import { browser } from '@/utils/browser/browser';
import '@/components/layout/tokens.css';
import '@/components/card/popup.css';
import './demo.css';
import { i18n } from '#i18n';
import { FormatProvider, languageTag } from '@/components/layout/language';
import { createFormat } from '@/utils/core/units/format';
import { speak } from '@/utils/i18n/speak';
import { readLanguage } from '@/utils/settings/language';
import { loadProfile } from '@/utils/settings/profile';
import { App } from './App';
import { createDemoModel } from './model';

await speak(await readLanguage());
const language = languageTag(browser.i18n.getUILanguage());
document.documentElement.lang = language;
document.title = `${i18n.t('demo.title')} · ${i18n.t('extension.name')}`;

const model = createDemoModel({ loadProfile, now: () => new Date() }, i18n.t('demo.course'));
void model.start();

const format = createFormat(language);
// Drawn whole, and again when a signal changes that was read on the way: views read signals, components get values.
effect(() =>
	render(
		<FormatProvider value={format}>
			<App model={model} />
		</FormatProvider>,
		document.body,
	),
);
