import { i18n } from '#i18n';
import { LanguageField } from '@/components/form/LanguageField';
import { ProfileForm } from '@/components/form/ProfileForm';
import type { WelcomeModel } from './model';
import { CHROME_PERMISSIONS, INSTALL_PERMISSIONS, OPTIONAL_PERMISSIONS, PermissionTable } from './PermissionTable';

/** The permissions that this build requests at install. */
function installed() {
	return import.meta.env.BROWSER === 'firefox'
		? INSTALL_PERMISSIONS
		: { ...INSTALL_PERMISSIONS, ...CHROME_PERMISSIONS };
}

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
					<PermissionTable keys={installed()} />
					<h3>{i18n.t('welcome.second_level')}</h3>
					<ExactCard {...model} />
				</section>
			</main>
		</div>
	);
}

/** The optional permissions with their reasons, and a button to grant access to all hosts. */
function ExactCard({ exact, countExactly }: Pick<WelcomeModel, 'exact' | 'countExactly'>) {
	const state = exact.value;
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
				<button type="button" class="exact" onClick={countExactly}>
					{i18n.t('exact.button')}
				</button>
			)}
		</>
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
				items={[
					i18n.t('welcome.never_sites'),
					i18n.t('welcome.never_words'),
					i18n.t('welcome.never_labels'),
					i18n.t('welcome.never_leaves'),
				]}
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
