import { storage } from 'wxt/utils/storage';
import type { FollowedSite } from '@/utils/messaging/protocol';

/** Sites the user follows beside the known platforms, in the order they were added. Only the background writes it. */
export const followedSites = storage.defineItem<FollowedSite[]>('local:followedSites', { fallback: [], version: 1 });
