import { effect } from '@preact/signals-core';
import { render } from 'preact';
import '@/components/layout/tokens.css';
import '@/components/chart/kinds.css';
import './dashboard.css';
import './week/week.css';
import './chart/chart.css';
import './tables.css';
import './panels.css';
// After the rest: both override parts of it.
import './narrow.css';
import '@/components/layout/touch.css';
import './print.css';
import { i18n } from '#i18n';
import { setPageFormat } from '@/components/layout/page-format';
import { browser } from '@/utils/browser/browser';
import { applyLanguage } from '@/utils/i18n/page-language';
import { readLanguage } from '@/utils/settings/language';
import { App } from './App';
import { keepFresh } from './keep-fresh';
import { createDashboardModel } from './model';

/** Time for the browser to open a saved file. */
const OPENING_MS = 60_000;

const language = await readLanguage();
const locale = await applyLanguage(language);
setPageFormat(locale);

const model = createDashboardModel({
	locale,
	language,
	version: browser.runtime.getManifest().version,
	now: () => new Date(),
	reload: () => location.reload(),
	saveFile,
});
window.addEventListener('hashchange', () => void model.go(location.hash));
keepFresh(model);
void model.go(location.hash);

// Rendered as a whole, again whenever a signal that was read changes.
effect(() => render(<App model={model} />, document.body));
effect(() => {
	document.title = `${i18n.t(`nav.${model.context.route.value.view}`)} · ${i18n.t('extension.name')}`;
});

function saveFile(file: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), OPENING_MS);
}
