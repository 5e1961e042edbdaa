import './steps.css';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { KnownPlatforms } from '@/components/card/KnownPlatforms';
import type { WelcomeModel } from './model';
import { PinPicture } from './PinPicture';
import { SampleLesson } from './SampleLesson';

/** The way to the first figures: the icon in sight, a platform, and a tip to try. */
export function Steps({ model, isFirefox }: { readonly model: WelcomeModel; readonly isFirefox: boolean }) {
	return (
		<ol class="steps">
			<Step number={1} title={i18n.t('welcome.pin')}>
				<p>{i18n.t(isFirefox ? 'welcome.pin_firefox' : 'welcome.pin_chrome')}</p>
				<PinPicture isFirefox={isFirefox} />
			</Step>
			<Step number={2} title={i18n.t('welcome.open')}>
				<p>{i18n.t('welcome.open_other')}</p>
				<Prompt browser={isFirefox ? 'firefox' : 'chrome'} />
				<p class="soft">{i18n.t('welcome.prompt_why')}</p>
				<p class="soft">{i18n.t('welcome.prompt_after')}</p>
				<KnownPlatforms
					state={model.known.value}
					count={model.knownMatches.value.length}
					onFollow={() => void model.followKnown()}
				/>
			</Step>
			<Step number={3} title={i18n.t('welcome.try')}>
				<SampleLesson sample={model.sample} />
			</Step>
		</ol>
	);
}

interface StepProps {
	readonly number: number;
	readonly title: string;
	readonly children: ComponentChildren;
}

function Step({ number, title, children }: StepProps) {
	return (
		<li class="card">
			<h2>
				<span class="number">{number}</span> {title}
			</h2>
			{children}
		</li>
	);
}

/** The browser's own words when Sobrio asks for one site, so that they are known before they come. */
function Prompt({ browser }: { readonly browser: 'chrome' | 'firefox' }) {
	const place = i18n.t('welcome.prompt_place');
	return (
		<blockquote aria-label={i18n.t('welcome.prompt')}>
			<p>
				<strong>{i18n.t(`welcome.prompt_title.${browser}`)}</strong>
			</p>
			<p>{i18n.t(`welcome.prompt_list.${browser}`)}</p>
			<p>• {i18n.t(`welcome.prompt_hosts.${browser}`, [place])}</p>
			<p class="choice" aria-hidden="true">
				<span>{i18n.t('welcome.prompt_deny')}</span>
				<span>{i18n.t('welcome.prompt_allow')}</span>
			</p>
		</blockquote>
	);
}
