import { computed, signal } from '@preact/signals-core';
import type { KnownState } from '@/components/card/KnownPlatforms';
import { requestAccess } from '@/utils/browser/permissions';
import { ask } from '@/utils/browser/rpc';
import { followedPattern } from '@/utils/core/platforms/match-pattern';
import type { Following } from '@/utils/core/schema/sites/followed-site';

/** All known platforms at once, pauses, and sites that are left out. `onChange` is called after each change. */
export function createFollowingModel(onChange: () => Promise<void>) {
	const following = signal<Following | null>(null);
	const isRefused = signal(false);
	const knownMatches = () => following.value?.knownMatches ?? [];
	const known = computed((): KnownState => {
		if (following.value?.hasKnown) return 'followed';
		return isRefused.value ? 'refused' : 'offered';
	});

	async function load(): Promise<void> {
		const reply = await ask('following/get', {});
		if (reply.ok) following.value = reply.value;
	}

	/** Must run inside the click: browsers refuse later permission requests. */
	async function followKnown(isOn: boolean): Promise<void> {
		const isGranted = !isOn || (await requestAccess(...knownMatches()));
		isRefused.value = !isGranted;
		if (isGranted) await ask('following/known', { isOn });
		await onChange();
	}

	/** Pauses one host, or all sites where `host` is null, or goes on there. */
	async function pause(host: string | null, isOn: boolean): Promise<void> {
		await ask('following/pause', { host, isOn });
		await onChange();
	}

	/** Leaves a site out, or takes it back, which may ask for access. Must run inside the click. */
	async function leave(host: string, isOn: boolean): Promise<void> {
		if (!isOn) await requestAccess(followedPattern(host, knownMatches()));
		await ask('site/leave', { host, isOn });
		await onChange();
	}

	return { following, known, knownMatches, load, followKnown, pause, leave };
}

export type FollowingModel = ReturnType<typeof createFollowingModel>;
