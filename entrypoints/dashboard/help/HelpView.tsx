import './help.css';
import { i18n } from '#i18n';
import type { DashboardContext, View } from '@/entrypoints/dashboard/context/context';
import type { ViewName } from '@/entrypoints/dashboard/context/route';
import { ViewHeading } from '@/entrypoints/dashboard/layout/ViewHeading';
import { HELP, type HelpTopic } from './help-topics';

/** The view of the help: one part for each thing to do, with a link to where it is done. */
export function openHelp({ hrefOf }: DashboardContext): View {
	return { render: () => <Help hrefOf={hrefOf} /> };
}

function Help({ hrefOf }: { readonly hrefOf: (view: ViewName) => string }) {
	return (
		<>
			<ViewHeading title={i18n.t('nav.help')} about={i18n.t('help.about')} />
			<article class="card help">
				{HELP.map((topic) => (
					<Topic key={topic.name} topic={topic} href={topic.view && hrefOf(topic.view)} />
				))}
			</article>
		</>
	);
}

function Topic({ topic: { name, points, view }, href }: { readonly topic: HelpTopic; readonly href: string | null }) {
	return (
		<section aria-labelledby={`help-${name}`}>
			<h2 id={`help-${name}`}>{i18n.t(`help.title.${name}`)}</h2>
			<ul>
				{points.map((point) => (
					<li key={point}>{i18n.t(point)}</li>
				))}
			</ul>
			{view && href !== null && (
				<p>
					<a href={href}>{i18n.t('help.open', [i18n.t(`nav.${view}`)])}</a>
				</p>
			)}
		</section>
	);
}
