import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { useFormat } from '@/components/layout/language';
import { DownloadLink } from '@/entrypoints/dashboard/period/DownloadLink';
import type { ExportFile } from '@/utils/core/export/week-file';

export interface FilePreviewProps {
	readonly file: ExportFile;
	/** What the file looks like, where its text tells nobody. */
	readonly children?: ComponentChildren;
}

/** The whole of what would leave, then the way out. */
export function FilePreview({ file, children }: FilePreviewProps) {
	const format = useFormat();
	const size = new TextEncoder().encode(file.text).length;
	return (
		<section class="card panel" aria-labelledby="preview-title">
			<h2 id="preview-title">{i18n.t('export.preview', [file.name, format.bytes(size)])}</h2>
			<p class="soft">{i18n.t('export.preview_body')}</p>
			{children ?? (
				<textarea class="preview" readOnly spellcheck={false} aria-labelledby="preview-title">
					{file.text}
				</textarea>
			)}
			<div class="actions">
				<DownloadLink file={file} />
			</div>
		</section>
	);
}
