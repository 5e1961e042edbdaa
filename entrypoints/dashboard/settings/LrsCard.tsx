import { i18n } from '#i18n';
import { SCOPES, type Scope } from '@/utils/core/schema/names';
import { type Lrs, XAPI_VERSIONS, type XapiVersion } from '@/utils/core/schema/settings';
import type { LrsModel } from './lrs-model';
import { TargetActions } from './TargetActions';
import { TargetState } from './TargetState';

/** The Learning Record Store that weeks may be sent to; off until it is filled in. */
export function LrsCard({ model }: { readonly model: LrsModel }) {
	const lrs = model.own.value;
	const status = model.status.value;
	return (
		<form
			key={`${lrs?.endpoint} ${lrs?.version}`}
			class="card profile target lrs"
			aria-labelledby="lrs-title"
			onSubmit={(event) => {
				event.preventDefault();
				void model.save(fieldsOf(new FormData(event.currentTarget)));
			}}
		>
			<h2 id="lrs-title">{i18n.t('lrs.title')}</h2>
			<p class="soft">{i18n.t('lrs.body')}</p>
			<TextField name="endpoint" lrs={lrs} />
			<TextField name="key" lrs={lrs} />
			<TextField name="secret" lrs={lrs} />
			<Choice name="version" lrs={lrs} options={XAPI_VERSIONS.map((version) => [version, `xAPI ${version}`])} />
			<Choice name="scope" lrs={lrs} options={SCOPES.map((scope) => [scope, i18n.t(`export.scopes.${scope}`)])} />
			<label class="check">
				<input type="checkbox" name="isWeekly" defaultChecked={lrs?.isWeekly ?? false} /> {i18n.t('lrs.weekly')}
			</label>
			<p id="lrs-status" class="soft" role="status">
				{status !== 'idle' && i18n.t(`lrs.${status}`)}
			</p>
			<TargetActions
				isStored={lrs !== null}
				canSend={model.active.value !== null}
				forgetLabel={i18n.t('lrs.forget')}
				onSend={() => void model.send()}
				onForget={model.remove}
			/>
			{model.active.value && (
				<TargetState target="lrs" queue={model.queue.value} isAllowed={model.isAllowed.value} onAllow={model.allow} />
			)}
			{model.proposedVersion.value && (
				<div class="offer">
					<p>{i18n.t('lrs.other_version', [model.proposedVersion.value])}</p>
					<button type="button" class="main" onClick={model.acceptVersion}>
						{i18n.t('lrs.send_as', [model.proposedVersion.value])}
					</button>
				</div>
			)}
		</form>
	);
}

interface TextFieldProps {
	readonly name: 'endpoint' | 'key' | 'secret';
	readonly lrs: Lrs | null;
}

function TextField({ name, lrs }: TextFieldProps) {
	const common = { id: `lrs-${name}`, name, required: true, autocomplete: 'off', spellcheck: false } as const;
	const value = lrs?.[name] ?? '';
	return (
		<div class="field">
			<label for={common.id}>{i18n.t(`lrs.${name}`)}</label>
			{name === 'secret' ? (
				<input type="password" {...common} defaultValue={value} />
			) : (
				<input type="text" {...common} defaultValue={value} aria-describedby="lrs-status" />
			)}
		</div>
	);
}

interface ChoiceProps {
	readonly name: 'version' | 'scope';
	readonly lrs: Lrs | null;
	/** Each value with its text. */
	readonly options: readonly (readonly [value: string, text: string])[];
}

function Choice({ name, lrs, options }: ChoiceProps) {
	return (
		<div class="field">
			<label for={`lrs-${name}`}>{i18n.t(`lrs.${name}`)}</label>
			<select id={`lrs-${name}`} name={name}>
				{options.map(([value, text]) => (
					<option key={value} value={value} selected={lrs?.[name] === value}>
						{text}
					</option>
				))}
			</select>
		</div>
	);
}

function fieldsOf(form: FormData): Lrs {
	const text = (name: string) => String(form.get(name) ?? '');
	return {
		endpoint: text('endpoint'),
		key: text('key'),
		secret: text('secret'),
		version: text('version') as XapiVersion,
		scope: text('scope') as Scope,
		isWeekly: form.has('isWeekly'),
	};
}
