import { i18n } from '#i18n';
import type { OrganisationModel } from './organisation-model';

interface OrganisationCardProps {
	readonly model: OrganisationModel;
	/** Address of the view that shows what an export contains. */
	readonly exportHref: string;
}

/** What the organisation offers, what would leave this browser, and the learner's answers. Absent where it offers nothing. */
export function OrganisationCard({ model, exportHref }: OrganisationCardProps) {
	const { courses, lrs, bucket } = model.organisation.value;
	if (courses === undefined && !lrs && !bucket) return null;
	return (
		<section class="card panel" aria-labelledby="organisation-title">
			<h2 id="organisation-title">{i18n.t('organisation.title')}</h2>
			<p class="soft">
				{i18n.t('organisation.body')} <a href={exportHref}>{i18n.t('organisation.preview')}</a>
			</p>
			{courses !== undefined && (
				<Offer
					id="organisation-courses"
					title={i18n.t('organisation.courses')}
					body={i18n.t('organisation.courses_body')}
					isAgreed={courses}
					onAnswer={(isAgreed) => void model.answerCourses(isAgreed)}
				/>
			)}
			{lrs && (
				<Offer
					id="organisation-lrs"
					title={i18n.t('organisation.lrs', [new URL(lrs.offered.endpoint).host])}
					body={i18n.t(lrs.offered.isWeekly ? 'organisation.lrs_weekly' : 'organisation.lrs_body')}
					isAgreed={lrs.isAgreed}
					error={model.refused.value === 'lrs' ? i18n.t('organisation.no_access') : null}
					onAnswer={(isAgreed) => void model.answerLrs(isAgreed)}
				/>
			)}
			{bucket && (
				<Offer
					id="organisation-bucket"
					title={i18n.t('organisation.bucket', [new URL(bucket.offered.folder).host])}
					body={i18n.t(bucket.offered.isWeekly ? 'organisation.bucket_weekly' : 'organisation.bucket_body')}
					isAgreed={bucket.isAgreed}
					error={model.refused.value === 'bucket' ? i18n.t('organisation.no_access') : null}
					onAnswer={(isAgreed) => void model.answerBucket(isAgreed)}
				/>
			)}
		</section>
	);
}

interface OfferProps {
	readonly id: string;
	readonly title: string;
	readonly body: string;
	/** Null while the learner has not answered. */
	readonly isAgreed: boolean | null;
	readonly error?: string | null;
	readonly onAnswer: (isAgreed: boolean) => void;
}

/** One offer: to agree to or refuse, and then to take the answer back. */
function Offer({ id, title, body, isAgreed, error = null, onAnswer }: OfferProps) {
	const state = isAgreed === null ? null : i18n.t(isAgreed ? 'organisation.agreed' : 'organisation.refused');
	return (
		<section class="offer" aria-labelledby={id}>
			<h3 id={id}>{title}</h3>
			<p>{body}</p>
			<p class="soft" role="status">
				{error ?? state}
			</p>
			<div class="actions">
				{isAgreed !== true && (
					<button type="button" class={isAgreed === null ? 'main' : ''} onClick={() => onAnswer(true)}>
						{i18n.t('organisation.agree')}
					</button>
				)}
				{isAgreed !== false && (
					<button type="button" onClick={() => onAnswer(false)}>
						{i18n.t(isAgreed ? 'organisation.take_back' : 'organisation.refuse')}
					</button>
				)}
			</div>
		</section>
	);
}
