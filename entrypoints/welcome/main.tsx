import { effect } from '@preact/signals-core';
import { render } from 'preact';
import '@/components/layout/tokens.css';
import '@/components/chart/kinds.css';
import './welcome.css';
import '@/components/layout/touch.css';
import { i18n } from '#i18n';
import { setPageFormat } from '@/components/layout/page-format';
import { dayOf } from '@/utils/core/units/day';
import { applyLanguage } from '@/utils/i18n/page-language';
import { readLanguage } from '@/utils/settings/language';
import { App } from './App';
import { createWelcomeModel } from './model';

const language = await readLanguage();
setPageFormat(await applyLanguage(language));
document.title = i18n.t('welcome.title');

const model = createWelcomeModel(language, dayOf(new Date()), () => location.reload());
void model.start();

// Rendered as a whole, again whenever a signal that was read changes.
effect(() => render(<App model={model} />, document.body));
