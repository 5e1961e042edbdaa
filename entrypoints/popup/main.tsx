import { effect } from '@preact/signals-core';
import { render } from 'preact';
import { browser } from '@/utils/browser/browser';
import '@/components/layout/tokens.css';
import '@/components/card/popup.css';

import { i18n } from '#i18n';
import { FormatProvider, languageTag } from '@/components/layout/language';
import { createFormat } from '@/utils/core/units/format';
import { speak } from '@/utils/i18n/speak';
import { readLanguage } from '@/utils/settings/language';
import { App } from './App';
import { createBrowserServices } from './browser-services';
import { createPopupModel } from './model';

await speak(await readLanguage());
const language = languageTag(browser.i18n.getUILanguage());
document.documentElement.lang = language;
document.title = i18n.t('extension.name');

const services = createBrowserServices();
const model = createPopupModel(services);
document.addEventListener('visibilitychange', () => {
	if (!document.hidden) void model.week.refresh();
});
void model.start();

const format = createFormat(language);
// Drawn whole, and again when a signal changes that was read on the way: views read signals, components get values.
effect(() =>
	render(
		<FormatProvider value={format}>
			<App model={model} onDashboard={services.openDashboard} />
		</FormatProvider>,
		document.body,
	),
);
