import type { Platform } from '@/utils/core/platforms/platform';

/** Learning content outside a known platform. */
export const PACKAGES: readonly Platform[] = [
	{
		name: 'SCORM',
		// Rise and Storyline are the authoring tools whose packages are most often opened alone.
		mark: '#scorm_object, script:is([src*="html5/data/js/"],[src*="html5/lib/scripts/"],[src*="scormcontent/"])',
		course: null,
		activity: 'scorm',
	},
	{
		name: 'H5P',
		hosts: ['*.h5p.com'],
		mark: '.h5p-content[data-content-id], iframe:is(.h5p-player,.h5p-iframe)',
		course: null,
		activity: 'h5p',
	},
];
