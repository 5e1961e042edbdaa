import { i18n } from '#i18n';
import type { DashboardModel } from '@/entrypoints/dashboard/model';
import { methodFigures } from '@/utils/core/carbon/method';
import { Method } from './Method';

/** How the figures come about, computed for the learner's own equipment. */
export function MethodView({ model }: { readonly model: DashboardModel }) {
	return (
		<>
			<div class="heading">
				<h1>{i18n.t('nav.method')}</h1>
			</div>
			<Method figures={methodFigures(model.profile.value.profile)} version={model.version} today={model.today.value} />
		</>
	);
}
