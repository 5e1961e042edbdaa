import { readAssistantsOff } from '@/utils/settings/assistants';
import { readPolicy } from '@/utils/settings/policy';

/** Whether AI assistants are counted, on pages that begin from now on: the organisation may forbid it, and the learner switch it off. */
export class AssistantRule {
	isOn = true;

	async restore(): Promise<void> {
		const [policy, isOff] = await Promise.all([readPolicy(), readAssistantsOff()]);
		this.isOn = policy.assistants !== false && !isOff;
	}
}
