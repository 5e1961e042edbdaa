import { droppedFiles } from './dropped-files';
import { GroupView } from './GroupView';
import { createGroupModel } from './group-model';

/**
 * What the dashboard loads when the view of a group is opened. Files may be dropped anywhere on the page until it is closed;
 * what was read is then forgotten.
 */
export function createGroupPage(language: string) {
	const model = createGroupModel(language);
	const listening = new AbortController();
	const { signal } = listening;
	document.addEventListener('dragover', (event) => event.preventDefault(), { signal });
	document.addEventListener(
		'drop',
		(event) => {
			event.preventDefault();
			if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(model.open);
		},
		{ signal },
	);
	return {
		draw: () => <GroupView model={model} />,
		close() {
			listening.abort();
			model.clear();
		},
	};
}
