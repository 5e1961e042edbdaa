import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { spelled } from '@/utils/core/export/class-code';
import { makeClassCode } from '@/utils/settings/class-code';

/** Makes a class code for a trainer to hand out; it is stored nowhere. */
export function ClassCodeMaker() {
	const [code, setCode] = useState<string | null>(null);
	return (
		<section class="card panel target" aria-labelledby="class-code-maker">
			<h2 id="class-code-maker">{i18n.t('class_code.make_title')}</h2>
			<p class="soft">{i18n.t('class_code.make_body')}</p>
			<div role="status">
				{code !== null && (
					<input
						type="text"
						readOnly
						aria-label={i18n.t('class_code.field')}
						value={spelled(code)}
						onFocus={({ currentTarget }) => currentTarget.select()}
					/>
				)}
			</div>
			<div class="actions">
				<button type="button" onClick={() => setCode(makeClassCode())}>
					{i18n.t('class_code.make')}
				</button>
			</div>
		</section>
	);
}
