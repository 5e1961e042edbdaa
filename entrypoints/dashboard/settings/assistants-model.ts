import { signal } from '@preact/signals-core';
import { readAssistantsOff, saveAssistantsOff } from '@/utils/settings/assistants';
import { readPolicy } from '@/utils/settings/policy';

/** Whether AI assistants are counted. */
export function createAssistantsModel() {
	const isOn = signal(true);
	const isForbidden = signal(false);

	async function load(): Promise<void> {
		const [policy, isOff] = await Promise.all([readPolicy(), readAssistantsOff()]);
		isForbidden.value = policy.assistants === false;
		isOn.value = !isOff;
	}

	async function change(next: boolean): Promise<void> {
		isOn.value = next;
		await saveAssistantsOff(!next);
	}

	return { isOn, isForbidden, load, change };
}
