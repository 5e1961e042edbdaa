import { i18n } from '#i18n';
import type { ExactState } from './model';
import { OPTIONAL_PERMISSIONS, PermissionTable } from './PermissionTable';

interface ExactCardProps {
	readonly state: ExactState;
	/** Called inside the click, as browsers require for a permission request. */
	readonly onAccept: () => void;
}

/** The optional permissions with their reasons, and a button to grant access to all hosts. */
export function ExactCard({ state, onAccept }: ExactCardProps) {
	return (
		<>
			<PermissionTable
				first={[
					['optional_host_permissions', i18n.t('permission.site'), i18n.t('permission.site_why')],
					['optional_host_permissions', i18n.t('exact.button'), i18n.t('welcome.exact_body')],
				]}
				keys={OPTIONAL_PERMISSIONS}
			/>
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
