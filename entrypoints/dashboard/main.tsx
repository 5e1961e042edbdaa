import { effect } from '@preact/signals-core';
import { render } from 'preact';
import { browser } from '@/utils/browser/browser';
import '@/components/layout/tokens.css';
import './dashboard.css';
import './week/week.css';
import './tables.css';
import './panels.css';
// After the rest, of which they change a part.
import './narrow.css';
import './print.css';
import { i18n } from '#i18n';
import { FormatProvider, languageTag } from '@/components/layout/language';
import { createFormat } from '@/utils/core/units/format';
import { speak } from '@/utils/i18n/speak';
import { readLanguage } from '@/utils/settings/language';
import { App } from './App';
import { createBrowserServices } from './browser-services';
import { createDashboardModel } from './model';

const chosenLanguage = await readLanguage();
await speak(chosenLanguage);
const language = languageTag(browser.i18n.getUILanguage());
document.documentElement.lang = language;
document.title = `${i18n.t('action.dashboard')} · ${i18n.t('extension.name')}`;

const model = createDashboardModel(createBrowserServices(language, chosenLanguage));
window.addEventListener('hashchange', () => void model.go(location.hash));
document.addEventListener('visibilitychange', () => {
	if (!document.hidden) void model.refresh();
});
void model.go(location.hash);

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
