import { effect } from '@preact/signals-core';
import { render } from 'preact';
import '@/components/layout/tokens.css';
import '@/components/chart/kinds.css';
import '@/components/card/popup.css';
import './demo.css';
import { i18n } from '#i18n';
import { setPageFormat } from '@/components/layout/page-format';
import { applyLanguage } from '@/utils/i18n/page-language';
import { readLanguage } from '@/utils/settings/language';
import { App } from './App';
import { createDemoModel } from './model';

setPageFormat(await applyLanguage(await readLanguage()));
document.title = `${i18n.t('demo.title')} · ${i18n.t('extension.name')}`;

const model = createDemoModel(new Date(), i18n.t('demo.course'));
void model.start();

// Rendered as a whole, again whenever a signal that was read changes.
effect(() => render(<App model={model} />, document.body));
