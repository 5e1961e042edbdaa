import { useEffect, useMemo } from 'preact/hooks';
import { i18n } from '#i18n';

export interface ExportFile {
	readonly name: string;
	/** The whole CSV file, byte order mark included. */
	readonly text: string;
}

export interface ExportLinkProps {
	readonly file: ExportFile;
}

/** A plain download of the week: the file is made in the page, nothing is sent anywhere. */
export function ExportLink({ file }: ExportLinkProps) {
	const url = useMemo(
		() => URL.createObjectURL(new Blob([file.text], { type: 'text/csv;charset=utf-8' })),
		[file.text],
	);
	useEffect(() => () => URL.revokeObjectURL(url), [url]);
	return (
		<a class="button main" href={url} download={file.name}>
			{i18n.t('export.download')}
		</a>
	);
}
