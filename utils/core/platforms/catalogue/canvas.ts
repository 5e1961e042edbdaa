import type { Platform } from '@/utils/core/platforms/platform';

/** Canvas LMS by Instructure. A key such as `7~42` is a course on another shard. */
export const CANVAS: Platform = {
	name: 'Canvas',
	hosts: ['*.instructure.com'],
	mark: '#application.ic-app',
};
