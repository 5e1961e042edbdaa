import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { SelectField } from '@/components/form/SelectField';
import type { AuditsModel } from './audits-model';
import { keepFocus } from './keep-focus';

/** Offers to audit one of the courses of the history, where an audit may run and none does. */
export function StartCard({ model: { startable, hasFailed, start } }: { readonly model: AuditsModel }) {
	const [index, setIndex] = useState('0');
	const courses = startable.value;
	const chosen = courses[Number(index)] ?? courses[0];
	if (!chosen) return null;
	return (
		<form
			class="card profile"
			aria-labelledby="start-audit-title"
			onSubmit={(event) => {
				event.preventDefault();
				void start(chosen).then(keepFocus);
			}}
		>
			<h2 id="start-audit-title">{i18n.t('audits.start')}</h2>
			<SelectField
				id="start-audit"
				label={i18n.t('courses.course')}
				value={index}
				options={courses.map(({ label, host }, at): [string, string] => [String(at), `${label}, ${host}`])}
				hint={`${i18n.t('audit.about')}. ${i18n.t('audit.keeps')}`}
				onChange={setIndex}
			/>
			<p class="actions">
				<button type="submit" class="main">
					{i18n.t('audit.start')}
				</button>
			</p>
			{hasFailed.value && (
				<p class="soft" role="alert">
					{i18n.t('audit.failed')}
				</p>
			)}
		</form>
	);
}
