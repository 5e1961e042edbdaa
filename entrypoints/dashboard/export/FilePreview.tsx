import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { DownloadLink } from '@/entrypoints/dashboard/layout/DownloadLink';
import type { ExportFile } from '@/utils/core/schema/page-messages';

export interface FilePreviewProps {
	readonly file: ExportFile;
	/** What the file looks like, if not its text. */
	readonly children?: ComponentChildren;
}

/** All of the file's content, then its download. */
export function FilePreview({ file, children }: FilePreviewProps) {
	const format = pageFormat();
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
