import { i18n } from '#i18n';
import type { ExportFile } from '@/utils/export/week-file';
import { DownloadLink } from './DownloadLink';
import { useFormat } from './language';

/** The whole of what would leave, then the way out. */
export function FilePreview({ file }: { readonly file: ExportFile }) {
	const format = useFormat();
	const size = new TextEncoder().encode(file.text).length;
	return (
		<section class="card panel" aria-labelledby="preview-title">
			<h2 id="preview-title">{i18n.t('export.preview', [file.name, format.bytes(size)])}</h2>
			<p class="soft">{i18n.t('export.preview_body')}</p>
			<pre class="preview">{file.text}</pre>
			<div class="actions">
				<DownloadLink file={file} />
			</div>
		</section>
	);
}
