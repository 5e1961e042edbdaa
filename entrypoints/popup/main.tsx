import { render } from 'preact';
import { i18n } from '#i18n';
render(<p>{i18n.t('extension.name')}</p>, document.getElementById('app')!);
