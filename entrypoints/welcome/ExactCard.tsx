import { i18n } from '#i18n';
import type { ExactState } from './model';
import { OPTIONAL_PERMISSIONS } from './PermissionTable';

export interface ExactCardProps {
	readonly state: ExactState;
	/** Called inside the click, as the browsers want it for a permission request. */
	readonly onAccept: () => void;
}

/** The optional permissions with their reasons, and the wide one to be given here. */
export function ExactCard({ state, onAccept }: ExactCardProps) {
	return (
		<>
			<dl class="permissions">
				<div data-permission="optional_host_permissions">
					<dt>{i18n.t('permission.site')}</dt>
					<dd class="soft">{i18n.t('permission.site_why')}</dd>
				</div>
				<div data-permission="optional_host_permissions">
					<dt>{i18n.t('exact.button')}</dt>
					<dd class="soft">{i18n.t('welcome.exact_body')}</dd>
				</div>
				{Object.entries(OPTIONAL_PERMISSIONS).map(([name, key]) => (
					<div key={name} data-permission={name}>
						<dt>{i18n.t(`permission.${key}`)}</dt>
						<dd class="soft">{i18n.t(`permission.${key}_why`)}</dd>
					</div>
				))}
			</dl>
			<p role="status">
				{state === 'granted' && i18n.t('welcome.exact_done')}
				{state === 'refused' && i18n.t('exact.refused')}
			</p>
			{state !== 'granted' && (
				<button type="button" class="exact" onClick={onAccept}>
					{i18n.t('exact.button')}
				</button>
			)}
		</>
	);
}
