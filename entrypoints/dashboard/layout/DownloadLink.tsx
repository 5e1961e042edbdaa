import { useEffect, useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ExportFile } from '@/utils/core/schema/page-messages';

interface DownloadLinkProps {
	readonly file: ExportFile;
	/** Defaults to "Download the file". */
	readonly label?: string;
}

/** A download of a file made in the page; nothing is sent anywhere. */
export function DownloadLink({ file, label }: DownloadLinkProps) {
	const url = useMemo(() => URL.createObjectURL(new Blob([file.text], { type: file.type })), [file.text, file.type]);
	useEffect(() => () => URL.revokeObjectURL(url), [url]);
	return (
		<a class="button main" href={url} download={file.name}>
			{label ?? i18n.t('export.download')}
		</a>
	);
}
