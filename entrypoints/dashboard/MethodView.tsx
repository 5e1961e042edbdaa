import { i18n } from '#i18n';
import { Method } from '@/components/Method';
import { methodFigures } from '@/utils/carbon/method';
import type { DashboardModel } from './model';

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
