import { i18n } from '#i18n';
import { spelled } from '@/utils/core/export/class-code';
import type { ClassCodeModel } from './class-code-model';

interface ClassCodeCardProps {
	readonly model: ClassCodeModel;
	/** True where the learner agreed to the organisation's course codes, which come first. */
	readonly isOverruled: boolean;
}

/** Takes the code of a class, under which a course has the same code in everybody's exports to share. */
export function ClassCodeCard({ model, isOverruled }: ClassCodeCardProps) {
	const code = model.code.value;
	const status = model.status.value;
	return (
		<form
			key={code}
			class="card profile target class-code"
			aria-labelledby="class-code-title"
			onSubmit={(event) => {
				event.preventDefault();
				void model.save(String(new FormData(event.currentTarget).get('code')));
			}}
		>
			<h2 id="class-code-title">{i18n.t('class_code.title')}</h2>
			<p class="soft">{i18n.t('class_code.body')}</p>
			<div class="field">
				<label for="class-code">{i18n.t('class_code.field')}</label>
				<input
					type="text"
					id="class-code"
					name="code"
					required
					autocomplete="off"
					spellcheck={false}
					defaultValue={code === null ? '' : spelled(code)}
					aria-describedby="class-code-status"
				/>
			</div>
			<p id="class-code-status" class="soft" role="status">
				{status === 'invalid' && i18n.t('class_code.invalid')}
				{status === 'saved' && i18n.t('lrs.saved')} {code !== null && isOverruled && i18n.t('class_code.overruled')}
			</p>
			<div class="actions">
				<button type="submit">{i18n.t('lrs.save')}</button>
				{code !== null && (
					<button type="button" onClick={() => void model.remove()}>
						{i18n.t('class_code.forget')}
					</button>
				)}
			</div>
		</form>
	);
}
