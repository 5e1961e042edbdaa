import { i18n } from '#i18n';
import type { Bucket } from '@/utils/core/schema/settings';
import type { BucketModel } from './bucket-model';
import { TargetActions } from './TargetActions';
import { TargetState } from './TargetState';

/** The folder over HTTPS that weekly files may be put into; off until it is filled in. */
export function BucketCard({ model }: { readonly model: BucketModel }) {
	const bucket = model.own.value;
	const status = model.status.value;
	return (
		<form
			key={bucket?.folder}
			class="card profile target bucket"
			aria-labelledby="bucket-title"
			onSubmit={(event) => {
				event.preventDefault();
				void model.save(fieldsOf(new FormData(event.currentTarget)));
			}}
		>
			<h2 id="bucket-title">{i18n.t('bucket.title')}</h2>
			<p class="soft">{i18n.t('bucket.body')}</p>
			<Field name="folder" bucket={bucket} />
			<Field name="user" bucket={bucket} />
			<Field name="password" bucket={bucket} />
			<label class="check">
				<input type="checkbox" name="isWeekly" defaultChecked={bucket?.isWeekly ?? false} /> {i18n.t('bucket.weekly')}
			</label>
			<p id="bucket-status" class="soft" role="status">
				{status === 'invalid' ? i18n.t('bucket.invalid') : status !== 'idle' && i18n.t(`lrs.${status}`)}
			</p>
			<TargetActions
				isStored={bucket !== null}
				canSend={model.active.value !== null}
				forgetLabel={i18n.t('bucket.forget')}
				onSend={() => void model.send()}
				onForget={model.remove}
			/>
			{model.active.value && (
				<TargetState
					target="bucket"
					queue={model.queue.value}
					isAllowed={model.isAllowed.value}
					onAllow={model.allow}
				/>
			)}
		</form>
	);
}

interface FieldProps {
	readonly name: 'folder' | 'user' | 'password';
	readonly bucket: Bucket | null;
}

function Field({ name, bucket }: FieldProps) {
	const common = { id: `bucket-${name}`, name, autocomplete: 'off', spellcheck: false } as const;
	const value = bucket?.[name] ?? '';
	return (
		<div class="field">
			<label for={common.id}>{i18n.t(`bucket.${name}`)}</label>
			{name === 'password' ? (
				<input type="password" {...common} defaultValue={value} />
			) : (
				<input
					type="text"
					{...common}
					required={name === 'folder'}
					defaultValue={value}
					aria-describedby="bucket-status"
				/>
			)}
		</div>
	);
}

function fieldsOf(form: FormData): Bucket {
	const text = (name: string) => String(form.get(name) ?? '');
	return { folder: text('folder'), user: text('user'), password: text('password'), isWeekly: form.has('isWeekly') };
}
