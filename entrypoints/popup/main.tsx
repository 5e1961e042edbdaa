import { effect } from '@preact/signals-core';
import { render } from 'preact';
import '@/components/layout/tokens.css';
import '@/components/chart/kinds.css';
import '@/components/card/popup.css';
import '@/components/layout/touch.css';
import { i18n } from '#i18n';

import { setPageFormat } from '@/components/layout/page-format';
import { SLICE_MS } from '@/utils/core/recent/recent';
import { applyLanguage } from '@/utils/i18n/page-language';
import { readLanguage } from '@/utils/settings/language';
import { App } from './App';
import { followActiveTab } from './active-tab';
import { keepFocus } from './keep-focus';
import { createPopupModel } from './model';
import { keepWholeHeight, markScrolling } from './whole-height';

setPageFormat(await applyLanguage(await readLanguage()));

// The panel is the same page beside the course: entrypoints/sidepanel/index.html.
const isPanel = document.documentElement.dataset.page === 'panel';
document.title = isPanel ? i18n.t('panel.title') : i18n.t('extension.name');
const model = createPopupModel(() => new Date(), { isPanel });
if (isPanel) followActiveTab(model);
else {
	keepWholeHeight(document.body);
	markScrolling(document.documentElement);
}
keepFocus(document.body);
document.addEventListener('visibilitychange', () => {
	if (!document.hidden) void model.week.refresh();
});
setInterval(() => {
	if (!document.hidden) model.strip.tick();
}, SLICE_MS);
void model.start();

// Rendered as a whole, again whenever a signal that was read changes.
effect(() => render(<App model={model} />, document.body));
