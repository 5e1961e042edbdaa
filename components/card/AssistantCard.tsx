import './assistant-card.css';
import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { FamilySummary } from '@/utils/core/assistants/summary';
import type { AssistantTip } from '@/utils/core/assistants/tip';
import { familyText, millilitres, smallGrams, wattHours } from './assistant-text';

export interface AssistantCardProps {
	readonly families: readonly FamilySummary[];
	/** What to do better, if there is anything. */
	readonly tip: AssistantTip | null;
}

/** What the page has asked of an AI assistant, and what its answers cost. */
export function AssistantCard({ families, tip }: AssistantCardProps) {
	return (
		<section class="card assistant" aria-labelledby="assistant-title">
			<h2 id="assistant-title">{i18n.t('assistants.title')}</h2>
			{families.map((each) => (
				<FamilyLines key={each.family} {...each} />
			))}
			{tip && <TipLine {...tip} />}
		</section>
	);
}

function TipLine({ name, promptCount, reference: { label, url } }: AssistantTip) {
	return (
		<p class="soft">
			{i18n.t(`assistants.tip_${name}`, [pageFormat().count(promptCount)])}{' '}
			<a href={url} target="_blank" rel="noreferrer">
				{label}
			</a>
		</p>
	);
}

function FamilyLines(each: FamilySummary) {
	const { promptCount, regenerationCount, imageCount, readCount, unreadCount, tokens, cost } = each;
	const format = pageFormat();
	const counts = [
		i18n.t('assistants.prompts', promptCount, [format.count(promptCount)]),
		...(regenerationCount > 0
			? [i18n.t('assistants.again', regenerationCount, [format.count(regenerationCount)])]
			: []),
		...(imageCount > 0 ? [i18n.t('assistants.images', imageCount, [format.count(imageCount)])] : []),
	];
	return (
		<>
			<p>
				<strong>{counts.join(', ')}</strong> <span class="soft">{familyText(each)}</span>
			</p>
			{tokens && (
				<p>
					{i18n.t('assistants.tokens', [format.span(tokens)])}
					{cost && ` · ${[wattHours(cost.wh), smallGrams(cost.co2eGrams), millilitres(cost.waterMl)].join(' · ')}`}
				</p>
			)}
			{tokens && !cost && <p class="soft">{i18n.t('assistants.no_cost')}</p>}
			{unreadCount > 0 && (
				<p class="soft">
					{readCount === 0
						? i18n.t('assistants.changed')
						: i18n.t('assistants.unread', unreadCount, [format.count(unreadCount)])}
				</p>
			)}
		</>
	);
}
