import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '@/utils/core/platforms/catalogue/catalogue';
import { HOSTED_MATCHES, isHostedHost, platformName, platformsOf } from '@/utils/core/platforms/hosted';
import type { PageView } from '@/utils/core/platforms/page-view';
import { platformId } from '@/utils/core/platforms/platform';
import { readContext } from '@/utils/core/platforms/read-context';

/** A page without markup, as single-page platforms are before they render. */
function blankPage(url: string): PageView {
	return { url, has: () => false, text: () => null, attribute: () => null, inlineScriptIncludes: () => false };
}

const PAGES: readonly (readonly [url: string, platform: string, courseKey: string, activity: string])[] = [
	['https://www.udemy.com/course/eco-conception/learn/lecture/123#overview', 'udemy', 'eco-conception', 'video'],
	['https://exemple.udemy.com/course/eco-conception/learn/quiz/9?x=1', 'udemy', 'eco-conception', 'quiz'],
	['https://www.udemy.com/home/my-courses/learning/?p=1', 'udemy', '', 'page'],
	['https://www.udemy.com/user/camille-martin/', 'udemy', '', 'page'],
	['https://exemple.teachable.com/courses/enrolled', 'teachable', '', 'page'],
	['https://www.linkedin.com/learning/paths/devenir-sobre', 'linkedin-learning', 'devenir-sobre', 'page'],
	['https://www.linkedin.com/learning/instructors/camille-martin', 'linkedin-learning', '', 'page'],
	['https://www.linkedin.com/learning/green-it/les-bases?u=77', 'linkedin-learning', 'green-it', 'page'],
	['https://www.linkedin.com/learning/me/my-library', 'linkedin-learning', '', 'page'],
	['https://www.coursera.org/learn/machine-learning/lecture/Ab1/intro', 'coursera', 'machine-learning', 'video'],
	['https://www.coursera.org/learn/machine-learning/exam/Ab1/bilan', 'coursera', 'machine-learning', 'quiz'],
	['https://openclassrooms.com/fr/courses/7150626-apprenez/exercises/4', 'openclassrooms', '7150626', 'quiz'],
	['https://www.futurelearn.com/courses/climate-1/3/steps/12', 'futurelearn', 'climate-1', 'page'],
	['https://campus.datacamp.com/courses/intro-to-sql/ch-1?ex=2', 'datacamp', 'intro-to-sql', 'page'],
	['https://learn.udacity.com/nanodegrees/nd101/parts/cd1', 'udacity', 'nd101', 'page'],
	['https://www.codecademy.com/courses/learn-sql/lessons/x/exercises/y', 'codecademy', 'learn-sql', 'quiz'],
	['https://www.skillshare.com/en/classes/Dessiner/123456/projects', 'skillshare', 'Dessiner', 'page'],
	[
		'https://app.pluralsight.com/library/courses/green-software/table-of-contents',
		'pluralsight',
		'green-software',
		'page',
	],
	['https://frontendmasters.com/courses/css/intro/', 'frontend-masters', 'css', 'page'],
	['https://egghead.io/courses/learn-state', 'egghead', 'learn-state', 'page'],
	['https://learn.microsoft.com/fr-fr/training/modules/azure-1/2-unit', 'microsoft-learn', 'azure-1', 'page'],
	['https://app.pix.fr/assessments/77/challenges/3', 'pix', '', 'quiz'],
	[
		'https://app.360learning.com/course/play/5f0c1d2e3f4a5b6c7d8e9f01',
		'360learning',
		'5f0c1d2e3f4a5b6c7d8e9f01',
		'page',
	],
	['https://exemple.docebosaas.com/learn/course/12/nom', 'docebo', '12', 'page'],
	['https://exemple.talentlms.com/plus/my/training/129/units/2', 'talentlms', '129', 'page'],
	['https://exemple.csod.com/ui/lms-learning-details/app/course/0b1c-22', 'cornerstone', '0b1c-22', 'page'],
	['https://exemple.litmos.com/course/123', 'litmos', '123', 'page'],
	['https://exemple.itslearning.com/main.aspx?CourseID=5544', 'itslearning', '5544', 'page'],
	['https://exemple.teachable.com/courses/enrolled/991', 'teachable', '991', 'page'],
	['https://exemple.teachable.com/courses/video-pro/lectures/8', 'teachable', 'video-pro', 'video'],
	['https://exemple.thinkific.com/courses/take/bois/quizzes/1', 'thinkific', 'bois', 'quiz'],
	['https://exemple.learnworlds.com/path-player?courseid=bois&unit=1', 'learnworlds', 'bois', 'page'],
	['https://fr.khanacademy.org/math/algebra/x2f8:foo/x2f8:bar/v/slope', 'khan-academy', 'algebra', 'video'],
	['https://www.khanacademy.org/profile/camille/courses', 'khan-academy', '', 'page'],
	['https://classroom.google.com/u/1/c/NzEy/a/OTk/details', 'google-classroom', 'NzEy', 'page'],
	['https://lms.fun-mooc.fr/courses/course-v1:fun+1+s1/courseware/', 'open-edx', 'course-v1:fun+1+s1', 'page'],
	['https://exemple.instructure.com/courses/7~42/discussion_topics/3', 'canvas', '7~42', 'forum'],
	['https://exemple.brightspace.com/d2l/le/content/6606/Home', 'brightspace', '6606', 'page'],
	['https://rise.articulate.com/share/AbCdEfSECRET', 'rise', '', 'page'],
	['https://view.genially.com/65a1b2c3d4e5f60012345678', 'genially', '', 'page'],
	['https://app.livestorm.co/p/AbCdEf/live?s=1', 'livestorm', '', 'class'],
	['https://meet.google.com/abc-defg-hij', 'google-meet', '', 'class'],
	['https://exemple.zoom.us/wc/123456789/join?pwd=x', 'zoom', '', 'class'],
];

describe('hosted platforms', () => {
	it.each(PAGES)('%s', (url, platform, courseKey, activity) => {
		expect(readContext(blankPage(url), CATALOGUE)).toMatchObject({ platform, courseKey, courseLabel: null, activity });
	});

	it('are not recognised outside their part of a shared host', () => {
		for (const url of [
			'https://www.linkedin.com/feed/',
			'https://learn.microsoft.com/fr-fr/azure/',
			'https://exemple.zoom.us/profile',
		]) {
			expect(readContext(blankPage(url), CATALOGUE)).toBeNull();
		}
	});

	it('have distinct https match patterns of whole hosts, no wider than a domain', () => {
		expect(new Set(HOSTED_MATCHES).size).toBe(HOSTED_MATCHES.length);
		for (const pattern of HOSTED_MATCHES) expect(pattern).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
		expect(HOSTED_MATCHES).toContain('https://*.instructure.com/*');
		// Meetings and hosts with content besides courses are followed on request only.
		expect(HOSTED_MATCHES.join()).not.toMatch(/teams|meet\.google|webex|zoom|linkedin|microsoft/);
	});

	it('are recognised by exact hosts, not lookalikes', () => {
		for (const host of ['udemy.com', 'www.udemy.com', 'a.b.instructure.com', 'openclassrooms.com']) {
			expect(isHostedHost(host), host).toBe(true);
		}
		for (const host of [
			'notudemy.com',
			'udemy.com.evil.example',
			'x.openclassrooms.com',
			'meet.google.com',
			'www.linkedin.com',
			'',
		]) {
			expect(isHostedHost(host), host).toBe(false);
		}
	});

	it('are found by their host, or by the platform that is stored for a followed site', () => {
		expect(platformsOf('www.udemy.com', null).map(platformId)).toEqual(['udemy']);
		expect(platformsOf('moodle.exemple.fr', 'moodle').map(platformId)).toEqual(['moodle']);
		expect(platformsOf('moodle.exemple.fr', 'site')).toEqual([]);
		expect(platformsOf('moodle.exemple.fr', null)).toEqual([]);
	});
});

describe('the catalogue', () => {
	it('has stable ids, which are stored with figures: add to this list, change nothing in it', () => {
		expect(CATALOGUE.map(platformId).sort().join(' ')).toBe(
			'360learning bigbluebutton blackboard brightspace canvas chamilo claroline codecademy cornerstone coursera ' +
				'crossknowledge datacamp didask digiforma docebo dokeos egghead esup-pod frontend-masters futurelearn genially ' +
				'google-classroom google-meet h5p ilias itslearning jitsi-meet kaltura khan-academy learndash learnpress ' +
				'learnworlds lifterlms linkedin-learning litmos livestorm microsoft-learn microsoft-teams moodle open-edx ' +
				'openclassrooms panopto peertube pix pluralsight rise rise-up sakai scorm skillshare successfactors talentlms ' +
				'teachable thinkific totara tutor-lms udacity udemy webex zoom',
		);
	});

	it('has distinct ids, and no name for others', () => {
		expect(new Set(CATALOGUE.map(platformId)).size).toBe(CATALOGUE.length);
		expect(platformName('open-edx')).toBe('Open edX');
		expect(platformName('site')).toBeNull();
	});

	it('is plain data that is unchanged by JSON', () => {
		expect(JSON.parse(JSON.stringify(CATALOGUE))).toEqual(CATALOGUE);
	});
});
