import { i18n } from '#i18n';

/** Permissions requested at install, by their name in the manifest, with the key of their texts. */
export const INSTALL_PERMISSIONS = {
	storage: 'storage',
	alarms: 'alarms',
	webRequest: 'web_request',
	scripting: 'scripting',
	activeTab: 'active_tab',
	declarativeNetRequestWithHostAccess: 'save_data',
} as const;

/** What only Chrome's build requests beside those: Firefox's sidebar needs no permission. */
export const CHROME_PERMISSIONS = { sidePanel: 'side_panel' } as const;

/** Permissions that may be requested later, beside hosts. */
export const OPTIONAL_PERMISSIONS = { downloads: 'downloads', notifications: 'notifications' } as const;

/** A permission: its name in the manifest, what it is, and its reason. */
type Row = readonly [name: string, title: string, reason: string];

/** Permissions, each with its reason; `first` comes before those of `keys`. */
export function PermissionTable({
	keys,
	first = [],
}: {
	readonly keys: PermissionKeys;
	readonly first?: readonly Row[];
}) {
	const rows = Object.entries(keys).map(([name, key]): Row => {
		return [name, i18n.t(`permission.${key}`), i18n.t(`permission.${key}_why`)];
	});
	return (
		<dl class="permissions">
			{[...first, ...rows].map(([name, title, reason]) => (
				<div key={title} data-permission={name}>
					<dt>{title}</dt>
					<dd class="soft">{reason}</dd>
				</div>
			))}
		</dl>
	);
}

type PermissionKeys = (typeof INSTALL_PERMISSIONS & Partial<typeof CHROME_PERMISSIONS>) | typeof OPTIONAL_PERMISSIONS;
