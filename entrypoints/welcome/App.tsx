import { i18n } from '#i18n';
import { LanguageField } from '@/components/form/LanguageField';
import { ProfileForm } from '@/components/form/ProfileForm';
import { COUNTRIES } from '@/utils/core/carbon/grid';
import { ExactCard } from './ExactCard';
import type { WelcomeModel } from './model';
import { PermissionTable } from './PermissionTable';

/** The first page after the install: nothing on it is required. */
export function App({ model }: { readonly model: WelcomeModel }) {
	const { profile, countryClue, fixed } = model.profile.value;
	return (
		<div class="frame">
			<header>
				<img src="/icon/48.png" alt="" width="40" height="40" />
				<div>
					<h1>{i18n.t('welcome.title')}</h1>
					<p class="soft">{i18n.t('welcome.lead')}</p>
				</div>
			</header>
			<main>
				<div>
					<section class="card">
						<h2>{i18n.t('welcome.measured')}</h2>
						<ul>
							<li>{i18n.t('welcome.measured_data')}</li>
							<li>{i18n.t('welcome.measured_time')}</li>
							<li>{i18n.t('welcome.measured_place')}</li>
						</ul>
					</section>
					<section class="card">
						<h2>{i18n.t('welcome.never')}</h2>
						<ul>
							<li>{i18n.t('welcome.never_sites')}</li>
							<li>{i18n.t('welcome.never_words')}</li>
							<li>{i18n.t('welcome.never_leaves')}</li>
						</ul>
					</section>
					<section class="card">
						<h2>{i18n.t('welcome.try')}</h2>
						<p>{i18n.t('welcome.try_known')}</p>
						<p>{i18n.t('welcome.try_other')}</p>
						<div class="actions">
							<a class="button main" href="/demo.html">
								{i18n.t('welcome.demo')}
							</a>
							<a class="button" href="/dashboard.html#sites">
								{i18n.t('welcome.add_site')}
							</a>
							<a class="button" href="/dashboard.html">
								{i18n.t('welcome.dashboard')}
							</a>
						</div>
					</section>
				</div>
				<div>
					<LanguageField language={model.language} onChange={model.chooseLanguage} />
					<ProfileForm
						profile={profile}
						countryClue={countryClue}
						fixed={fixed}
						isBrief
						countries={COUNTRIES}
						onChange={model.changeProfile}
						onReset={model.resetProfile}
					/>
				</div>
				<section class="card levels">
					<h2>{i18n.t('welcome.levels')}</h2>
					<h3>{i18n.t('welcome.first_level')}</h3>
					<PermissionTable />
					<h3>{i18n.t('welcome.second_level')}</h3>
					<ExactCard state={model.exact.value} onAccept={model.countExactly} />
				</section>
			</main>
		</div>
	);
}
