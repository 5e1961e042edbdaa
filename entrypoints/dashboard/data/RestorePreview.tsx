import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { HistoryPreview } from '@/utils/core/schema/restoration';
import type { SettingName } from '@/utils/settings/backup';
import type { BackupPreview, RestoreChoice } from './restore-backup';

interface RestorePreviewProps {
	readonly preview: BackupPreview;
	/** Called inside the click, as browsers require for a permission request. */
	readonly onRestore: (choice: RestoreChoice) => void;
	readonly onCancel: () => void;
}

/** What a backup would change, with a box to tick for what is never restored silently. */
export function RestorePreview({ preview, onRestore, onCancel }: RestorePreviewProps) {
	const [choice, setChoice] = useState<RestoreChoice>({ weekly: false, secret: false, hosts: [] });
	const { settings, hosts, misnamed } = preview;
	const names = settings.names.map((name) => i18n.t(SETTING_TEXTS[name]));
	const hasChoice = settings.hasWeekly || settings.hasSecret || hosts.length > 0;
	const setFollowed = (host: string, isOn: boolean) =>
		setChoice({ ...choice, hosts: [...choice.hosts.filter((each) => each !== host), ...(isOn ? [host] : [])] });
	return (
		<div class="preview">
			<p>{i18n.t('backup.preview')}</p>
			<ul>
				<HistoryChanges history={preview.history} />
				{names.length > 0 && <li>{i18n.t('backup.settings', [names.join(', ')])}</li>}
				{misnamed.length > 0 && <li>{i18n.t('backup.misnamed', [misnamed.join(', ')])}</li>}
			</ul>
			{hasChoice && (
				<fieldset>
					<legend>{i18n.t('backup.choices')}</legend>
					{settings.hasWeekly && (
						<Choice
							text={i18n.t('backup.choose_weekly')}
							isOn={choice.weekly}
							onChange={(weekly) => setChoice({ ...choice, weekly })}
						/>
					)}
					{settings.hasSecret && (
						<Choice
							text={i18n.t('backup.choose_secret')}
							isOn={choice.secret}
							onChange={(secret) => setChoice({ ...choice, secret })}
						/>
					)}
					{hosts.map((host) => (
						<Choice
							key={host}
							text={i18n.t('backup.choose_host', [host])}
							isOn={choice.hosts.includes(host)}
							onChange={(isOn) => setFollowed(host, isOn)}
						/>
					))}
				</fieldset>
			)}
			<div class="actions">
				<button type="button" class="main" onClick={() => onRestore(choice)}>
					{i18n.t('backup.apply')}
				</button>
				<button type="button" onClick={onCancel}>
					{i18n.t('backup.cancel')}
				</button>
			</div>
		</div>
	);
}

const SETTING_TEXTS = {
	profile: 'backup.setting.profile',
	language: 'backup.setting.language',
	dismissedTips: 'backup.setting.dismissed_tips',
	soberMode: 'backup.setting.sober_mode',
	weekly: 'backup.setting.weekly',
	notices: 'backup.setting.notices',
	pauses: 'backup.setting.pauses',
	goal: 'backup.setting.goal',
	assistants: 'backup.setting.assistants',
} as const satisfies Record<SettingName, string>;

interface ChoiceProps {
	readonly text: string;
	readonly isOn: boolean;
	readonly onChange: (isOn: boolean) => void;
}

function Choice({ text, isOn, onChange }: ChoiceProps) {
	return (
		<label class="switch">
			<input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
			{text}
		</label>
	);
}

/** The changes to figures and course names, as items of a list. */
function HistoryChanges({ history }: { readonly history: HistoryPreview }) {
	const { bytes, duration, date, count } = pageFormat();
	const { added, replaced, replacedCount, courses, courseCount, renamed, renamedCount } = history;
	const more = (total: number, named: number) =>
		total > named ? ` ${i18n.t('backup.more', total - named, [count(total - named)])}` : '';
	return (
		<>
			{added && (
				<li>
					{i18n.t('backup.added', added.count, [
						count(added.count),
						date(added.firstDay),
						date(added.lastDay),
						bytes(added.receivedBytes),
						duration(added.activeMs),
					])}
				</li>
			)}
			{replacedCount > 0 && (
				<li>
					{i18n.t('backup.replaced', replacedCount, [count(replacedCount)])}
					<ul>
						{replaced.map(({ day, before, after }) => (
							<li key={day}>
								{i18n.t('backup.replaced_day', [
									date(day),
									`${bytes(before.receivedBytes)}, ${duration(before.activeMs)}`,
									`${bytes(after.receivedBytes)}, ${duration(after.activeMs)}`,
								])}
							</li>
						))}
					</ul>
					{more(replacedCount, replaced.length)}
				</li>
			)}
			{courseCount > 0 && (
				<li>
					{i18n.t('backup.courses', courseCount, [count(courseCount), courses.join(', ')])}
					{more(courseCount, courses.length)}
				</li>
			)}
			{renamed.map(({ before, after }) => (
				<li key={before}>{i18n.t('backup.renamed', [before, after])}</li>
			))}
			{renamedCount > renamed.length && <li>{more(renamedCount, renamed.length)}</li>}
			{history.unchangedCount > 0 && (
				<li>{i18n.t('backup.unchanged', history.unchangedCount, [count(history.unchangedCount)])}</li>
			)}
			{history.futureCount > 0 && <li>{i18n.t('backup.future', history.futureCount, [count(history.futureCount)])}</li>}
		</>
	);
}
