import { defineBackground } from 'wxt/utils/define-background';
import { watchAccess, watchAlarms, watchSettings, watchStartup, watchTabs } from '@/utils/background/events';
import { createParts } from '@/utils/background/parts';
import { answerMessages } from '@/utils/background/routes/messages';

function main(): void {
	const parts = createParts();
	answerMessages(parts);
	watchTabs(parts);
	watchAccess(parts);
	watchSettings(parts);
	watchStartup(parts);
	watchAlarms(parts);
}

export default defineBackground({ type: 'module', main });
