import { i18n } from '#i18n';
import { LanguageField } from '@/components/form/LanguageField';
import { ProfileForm } from '@/components/form/ProfileForm';
import { ExactCard } from './ExactCard';
import type { WelcomeModel } from './model';
import { INSTALL_PERMISSIONS, PermissionTable } from './PermissionTable';

/** The first page after the install; nothing on it is required. */
export function App({ model }: { readonly model: WelcomeModel }) {
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
				<About />
				<div>
					<LanguageField language={model.language} onChange={model.chooseLanguage} />
					<ProfileForm {...model.profile.value} isBrief onChange={model.changeProfile} onReset={model.resetProfile} />
				</div>
				<section class="card levels">
					<h2>{i18n.t('welcome.levels')}</h2>
					<h3>{i18n.t('welcome.first_level')}</h3>
					<PermissionTable keys={INSTALL_PERMISSIONS} />
					<h3>{i18n.t('welcome.second_level')}</h3>
					<ExactCard state={model.exact.value} onAccept={model.countExactly} />
				</section>
			</main>
		</div>
	);
}

/** What is measured and what never is, and where to try it. */
function About() {
	return (
		<div>
			<ListCard
				title={i18n.t('welcome.measured')}
				items={[i18n.t('welcome.measured_data'), i18n.t('welcome.measured_time'), i18n.t('welcome.measured_place')]}
			/>
			<ListCard
				title={i18n.t('welcome.never')}
				items={[i18n.t('welcome.never_sites'), i18n.t('welcome.never_words'), i18n.t('welcome.never_leaves')]}
			/>
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
	);
}

function ListCard({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
	return (
		<section class="card">
			<h2>{title}</h2>
			<ul>
				{items.map((item) => (
					<li key={item}>{item}</li>
				))}
			</ul>
		</section>
	);
}
