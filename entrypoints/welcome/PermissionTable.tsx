import { i18n } from '#i18n';

/** What is asked for at install, as the manifest names it, with the key of its texts. */
export const INSTALL_PERMISSIONS = {
	host_permissions: 'hosts',
	storage: 'storage',
	alarms: 'alarms',
	webRequest: 'web_request',
	scripting: 'scripting',
	activeTab: 'active_tab',
	declarativeNetRequestWithHostAccess: 'save_data',
} as const;

/** What may be asked for later, beside hosts. */
export const OPTIONAL_PERMISSIONS = { downloads: 'downloads', notifications: 'notifications' } as const;

/** Each permission of the install with its one reason. */
export function PermissionTable() {
	return (
		<dl class="permissions">
			{Object.entries(INSTALL_PERMISSIONS).map(([name, key]) => (
				<div key={name} data-permission={name}>
					<dt>{i18n.t(`permission.${key}`)}</dt>
					<dd class="soft">{i18n.t(`permission.${key}_why`)}</dd>
				</div>
			))}
		</dl>
	);
}
