import { i18n } from '#i18n';
import type { PauseModel } from './pause-model';

interface PauseMenuProps {
	readonly host: string;
	readonly pause: PauseModel;
}

/** The ways to stop measuring, folded, above the footer once they are open: on this site, everywhere, or here for good. */
export function PauseMenu({ host, pause }: PauseMenuProps) {
	const isPausable = pause.pausable.value === host;
	return (
		<details class="pause">
			<summary title={i18n.t('pause.menu')}>
				<span aria-hidden="true">II</span>
				<span class="unseen">{i18n.t('pause.menu')}</span>
			</summary>
			<div class="card">
				<div class="actions">
					{isPausable && (
						<button type="button" onClick={() => pause.pause('site')}>
							{i18n.t('pause.here')}
						</button>
					)}
					<button type="button" onClick={() => pause.pause('everywhere')}>
						{i18n.t('pause.everywhere')}
					</button>
					{isPausable && (
						<button type="button" onClick={() => pause.leave(host, true)}>
							{i18n.t('pause.leave')}
						</button>
					)}
				</div>
				<p class="soft">{i18n.t(isPausable ? 'pause.about' : 'pause.managed')}</p>
			</div>
		</details>
	);
}
