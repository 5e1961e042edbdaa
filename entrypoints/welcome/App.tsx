import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { LanguageField } from '@/components/form/LanguageField';
import { ProfileForm } from '@/components/form/ProfileForm';
import type { WelcomeModel } from './model';
import { CHROME_PERMISSIONS, INSTALL_PERMISSIONS, OPTIONAL_PERMISSIONS, PermissionTable } from './PermissionTable';
import { Steps } from './Steps';

/** The permissions that this build requests at install. */
function installed(isFirefox: boolean) {
	return isFirefox ? INSTALL_PERMISSIONS : { ...INSTALL_PERMISSIONS, ...CHROME_PERMISSIONS };
}

/** The first page after the install: three steps to the first figures, and below them what can be looked up. Nothing is required. */
export function App({ model }: { readonly model: WelcomeModel }) {
	const isFirefox = import.meta.env.BROWSER === 'firefox';
	return (
		<div class="frame">
			<header>
				<img src="/icon/48.png" alt="" width="40" height="40" />
				<div>
					<h1>{i18n.t('welcome.title')}</h1>
					<p class="soft">{i18n.t('welcome.lead')}</p>
				</div>
				<LanguageField language={model.language} onChange={model.chooseLanguage} />
			</header>
			<main>
				<Steps model={model} isFirefox={isFirefox} />
				<Fold name="about" title={i18n.t('welcome.about')}>
					<About />
				</Fold>
				<Fold name="levels" title={i18n.t('welcome.levels')}>
					<h3>{i18n.t('welcome.first_level')}</h3>
					<PermissionTable keys={installed(isFirefox)} />
					<h3>{i18n.t('welcome.second_level')}</h3>
					<ExactCard {...model} />
				</Fold>
				<Fold name="equipment" title={i18n.t('profile.title')}>
					<ProfileForm {...model.profile.value} isBrief onChange={model.changeProfile} onReset={model.resetProfile} />
				</Fold>
			</main>
			<footer>
				<a class="button" href="/dashboard.html">
					{i18n.t('welcome.dashboard')}
				</a>
				<a class="button" href="/dashboard.html#sites">
					{i18n.t('welcome.add_site')}
				</a>
			</footer>
		</div>
	);
}

interface FoldProps {
	readonly name: string;
	readonly title: string;
	readonly children: ComponentChildren;
}

/** A card that is closed at first. */
function Fold({ name, title, children }: FoldProps) {
	return (
		<details class={`card fold ${name}`}>
			<summary>
				<h2>{title}</h2>
			</summary>
			{children}
		</details>
	);
}

/** The optional permissions with their reasons, and a button to grant access to all hosts. */
function ExactCard({ exact, countExactly }: Pick<WelcomeModel, 'exact' | 'countExactly'>) {
	const state = exact.value;
	return (
		<>
			<PermissionTable
				first={[
					['optional_host_permissions', i18n.t('permission.hosts'), i18n.t('permission.hosts_why')],
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

/** What is measured and what never is. */
function About() {
	return (
		<div class="about">
			<List
				title={i18n.t('welcome.measured')}
				items={[i18n.t('welcome.measured_data'), i18n.t('welcome.measured_time'), i18n.t('welcome.measured_place')]}
			/>
			<List
				title={i18n.t('welcome.never')}
				items={[
					i18n.t('welcome.never_sites'),
					i18n.t('welcome.never_words'),
					i18n.t('welcome.never_labels'),
					i18n.t('welcome.never_leaves'),
				]}
			/>
		</div>
	);
}

function List({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
	return (
		<div>
			<h3>{title}</h3>
			<ul>
				{items.map((item) => (
					<li key={item}>{item}</li>
				))}
			</ul>
		</div>
	);
}
