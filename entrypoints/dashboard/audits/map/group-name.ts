import { i18n } from '#i18n';
import { pageName } from '@/entrypoints/dashboard/audits/page-text';
import type { MapGroup } from './treemap-layout';

/** Name of areas that belong together. */
export function groupName({ page, kind }: MapGroup): string {
	if (page) return pageName(page.page);
	return kind ? i18n.t(`kind.${kind}`) : i18n.t('audits.map_rest');
}
