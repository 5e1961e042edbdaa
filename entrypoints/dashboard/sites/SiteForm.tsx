import { useState } from 'preact/hooks';
import { i18n } from '#i18n';

/** What became of the last address entered. */
export type SiteFormStatus = 'idle' | 'asking' | 'refused' | 'invalid' | 'failed' | 'done';

export interface SiteFormProps {
	readonly status: SiteFormStatus;
	/** Called inside the submit event with the text entered, as browsers require for a permission request. */
	readonly onAdd: (address: string) => void;
}

/** Follows a site by its address. */
export function SiteForm({ status, onAdd }: SiteFormProps) {
	const [address, setAddress] = useState('');
	return (
		<form
			class="site-form"
			onSubmit={(event) => {
				event.preventDefault();
				onAdd(address);
			}}
		>
			<label for="site-address">{i18n.t('sites.address')}</label>
			<div class="actions">
				<input
					id="site-address"
					type="text"
					inputMode="url"
					autocomplete="off"
					spellcheck={false}
					placeholder={i18n.t('sites.placeholder')}
					value={address}
					aria-describedby="site-status"
					aria-invalid={status === 'invalid'}
					onInput={(event) => setAddress(event.currentTarget.value)}
				/>
				<button type="submit" class="main" disabled={status === 'asking' || address.trim() === ''}>
					{i18n.t('follow.button')}
				</button>
			</div>
			<p id="site-status" class="soft" role="status">
				{status === 'idle' ? i18n.t('sites.about') : i18n.t(`sites.${status}`)}
			</p>
		</form>
	);
}
