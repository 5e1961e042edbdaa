import { render } from 'preact';
import { browser } from 'wxt/browser';
import '@/components/tokens.css';
import './dashboard.css';
import { i18n } from '#i18n';
import { FormatProvider, languageTag } from '@/components/language';
import { createFormat } from '@/utils/units/format';
import { App } from './App';
import { createBrowserServices } from './browser-services';
import { createDashboardModel } from './model';

const language = languageTag(browser.i18n.getUILanguage());
document.documentElement.lang = language;
document.title = `${i18n.t('action.dashboard')} · ${i18n.t('extension.name')}`;

const model = createDashboardModel(createBrowserServices(language));
window.addEventListener('hashchange', () => void model.go(location.hash));
document.addEventListener('visibilitychange', () => {
	if (!document.hidden) void model.refresh();
});
void model.go(location.hash);

render(
	<FormatProvider value={createFormat(language)}>
		<App model={model} />
	</FormatProvider>,
	document.body,
);
