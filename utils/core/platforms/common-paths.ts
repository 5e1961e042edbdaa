import type { Activity } from '@/utils/core/schema/names';

/** The course's link in a breadcrumb; `{key}` stands for its key. */
export const COURSE_LINK =
	':is([class*="breadcrumb" i],[id*="breadcrumb" i]) :is(a[href$="/{key}"],a[href$="={key}"],a[href*="/{key}/"])';

/** Where pages show the name of the account: Moodle and its forks, older themes, then common names of classes. */
export const ACCOUNT_NAMES: readonly string[] = [
	'.usertext',
	'.userfullname',
	'.logininfo a',
	'.username',
	'.user-name',
	'.user_name',
	'.user-fullname',
	'.display-name',
	'.account-name',
	'.profile-name',
];

/** Activities by path segment, most specific first. Includes the names of Moodle's modules. */
export const ACTIVITY_WORDS: readonly (readonly [Activity, string])[] = [
	['editing', /wp-admin|authoring/.source],
	['quiz', /\w*quiz(zes|zing)?|exerci[cs]es?|assessments?|tests?|exams?/.source],
	['survey', /surveys?|polls?|feedback|choice|questionnaire/.source],
	['workshop', /workshop/.source],
	['assignment', /assign(ments?)?|work|dropbox|peer/.source],
	['forum', /\w*forums?|discussion\w*|announcements|phpbb/.source],
	['wiki', /wikis?|ouwiki/.source],
	['glossary', /glossary/.source],
	['scorm', /scorm\w*|imscp/.source],
	['h5p', /h5p\w*|hvp/.source],
	['document', /documents?|files?|resource|folder/.source],
	['class', /conferences|live|collab|bigbluebuttonbn|zoom|jitsi|googlemeet|msteams/.source],
	['video', /videos?|v|lectures?|watch|videotime|kalvidres|pod|viewer\.aspx/.source],
];
