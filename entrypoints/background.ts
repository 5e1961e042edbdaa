import { defineBackground } from 'wxt/utils/define-background';
import {
	watchAccess,
	watchAlarms,
	watchCommands,
	watchSettings,
	watchStartup,
	watchTabs,
} from '@/utils/background/events';
import { createParts } from '@/utils/background/parts';
import { answerMessages } from '@/utils/background/routes/messages';
import { closeStorage } from '@/utils/browser/close-storage';

function main(): void {
	void closeStorage();
	const parts = createParts();
	answerMessages(parts);
	watchTabs(parts);
	watchAccess(parts);
	watchSettings(parts);
	watchStartup(parts);
	watchAlarms(parts);
	watchCommands();
}

export default defineBackground({ type: 'module', main });
