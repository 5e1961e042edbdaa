import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { courseCodes } from '@/scripts/warehouse/course-codes';
import { COURSES, LESSON, QUIZ, week48 } from '@/tests/core/export/week';
import { readShared } from '@/tests/core/group/shared';
import { spelled } from '@/utils/core/export/class-code';
import { SOFTWARE } from '@/utils/core/export/csv';
import { weekCsv } from '@/utils/core/export/week-csv';
import { weekFile } from '@/utils/core/export/week-file';
import { groupWeek } from '@/utils/core/group/group-week';
import { DATA_FORMS } from '@/utils/core/schema/names';
import { readBucket, readOwnBucket, saveBucket } from '@/utils/settings/bucket';
import { makeClassCode, readCommonSalt, saveClassCode } from '@/utils/settings/class-code';
import { readLrs, readOwnLrs, saveLrs } from '@/utils/settings/lrs';
import { readCourseSalt, readOrganisation, saveAnswers } from '@/utils/settings/organisation';
import { discardSecret, loadPseudonyms } from '@/utils/settings/pseudonyms';

const SALT = '9f2c41d07be85a63c1e0f7d4b2a89635';
const OFFERED = { endpoint: 'https://lrs.cfa.example/xapi/', key: 'cfa', secret: 'geheim', weekly: true };
const OWN = {
	endpoint: 'https://own.example/xapi',
	key: 'k',
	secret: 's',
	version: '2.0.0',
	scope: 'personal',
	isWeekly: false,
} as const;
const DAYS = [LESSON, QUIZ, { ...LESSON, courseKey: '8' }];

let policy: object;

beforeEach(() => {
	fakeBrowser.reset();
	globalThis.indexedDB = new IDBFactory();
	policy = {};
	vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => policy);
});

/** The weekly file of this install in each form. */
async function filesOf(source: Awaited<ReturnType<typeof loadPseudonyms>>): Promise<readonly string[]> {
	const week = { ...week48(DAYS, 'shareable'), ...source, version: '0.1.0', day: '2026-11-30', language: 'fr' };
	return DATA_FORMS.map((form) => weekFile(week, form).text);
}

/** What three learners share, each from an install of their own that has answered to the salt. */
async function threeInstalls(isAgreed: boolean, prepare = async () => {}) {
	const texts: string[] = [];
	for (let install = 0; install < 3; install++) {
		fakeBrowser.reset();
		globalThis.indexedDB = new IDBFactory();
		await discardSecret();
		await saveAnswers({ courses: isAgreed });
		await prepare();
		texts.push(...(await filesOf(await loadPseudonyms(DAYS))));
	}
	const weeks = texts.flatMap((text) => {
		const shared = readShared(text);
		return shared.ok ? shared.weeks : [];
	});
	const bySource = new Map(weeks.map((week) => [week.source, week]));
	return { texts, group: groupWeek([...bySource.values()]) };
}

describe('codes of courses', () => {
	it('agree under one salt: a course of three installs is one row with three learners', async () => {
		policy = { courseSalt: SALT };
		const { group } = await threeInstalls(true);
		expect(group.learnerCount).toBe(3);
		expect(group.courses.map(({ count, receivedBytes }) => [count, receivedBytes])).toEqual([
			[3, 3 * 4_500_001],
			[3, 3 * 4_500_001],
		]);
	});

	it.each([
		['without a salt', {}, true],
		['with a salt that the learner refused', { courseSalt: SALT }, false],
	])('are each install’s own %s: a course of three installs is three rows', async (_, set, isAgreed) => {
		policy = set;
		const { group } = await threeInstalls(isAgreed);
		expect(group.courses.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1]);
	});

	it('agree within a class whose code was entered, without any policy, and no export holds it', async () => {
		const code = makeClassCode();
		const { group, texts } = await threeInstalls(true, () => saveClassCode(code));
		expect(group.learnerCount).toBe(3);
		expect(group.courses.map(({ count, receivedBytes }) => [count, receivedBytes])).toEqual([
			[3, 3 * 4_500_001],
			[3, 3 * 4_500_001],
		]);
		for (const text of texts) expect(text).not.toMatch(new RegExp(`${code}|${spelled(code)}|moodle|Prévention`));
	});

	it('are the organisation’s, not the class’s, for who agreed to them', async () => {
		await saveClassCode(makeClassCode());
		expect((await readCommonSalt())?.of).toBe('class');
		policy = { courseSalt: SALT };
		expect((await readCommonSalt())?.of).toBe('class');
		await saveAnswers({ courses: true });
		expect(await readCommonSalt()).toEqual({ of: 'organisation', salt: SALT });
	});

	it('come with no export that holds the salt, or a name', async () => {
		policy = { courseSalt: SALT, lrs: OFFERED };
		const { texts } = await threeInstalls(true);
		expect(texts.length).toBe(3 * DATA_FORMS.length);
		for (const text of texts) expect(text).not.toMatch(new RegExp(`${SALT}|${OFFERED.secret}|moodle|Prévention`));
	});

	it('leave the code of the learner and the ids of statements as they are', async () => {
		policy = { courseSalt: SALT };
		const before = await loadPseudonyms(DAYS);
		await saveAnswers({ courses: true });
		const after = await loadPseudonyms(DAYS);
		expect(after.codes.source).toBe(before.codes.source);
		expect(after.ids).toEqual(before.ids);
		expect([...after.codes.courses.values()]).not.toEqual([...before.codes.courses.values()]);
		await saveAnswers({ courses: false });
		expect(await loadPseudonyms(DAYS)).toEqual(before);
	});

	it('are those of the table that the organisation makes of its courses', async () => {
		policy = { courseSalt: SALT };
		await saveAnswers({ courses: true });
		const { codes } = await loadPseudonyms(DAYS);
		const personal = weekCsv({ ...week48(DAYS, 'personal'), courses: COURSES }, SOFTWARE, '2026-11-30');
		expect(courseCodes(personal, SALT)).toBe(
			[
				'course_code,course_name',
				`${codes.courses.get('moodle.example 7')},"'=Prévention; ""module 3"""`,
				`${codes.courses.get('moodle.example 8')},`,
				'',
			].join('\r\n'),
		);
	});

	it('have no table without courses', () => {
		expect(courseCodes('a;b\n1;2', SALT)).toBeNull();
		expect(courseCodes('host,course_key,course\nmoodle.example,,', SALT)).toBeNull();
	});
});

describe('what an organisation offers', () => {
	it('is nothing without a policy', async () => {
		expect(await readOrganisation()).toEqual({});
	});

	it('is not in use before the learner has agreed, nor after the agreement is taken back', async () => {
		policy = { courseSalt: SALT, lrs: OFFERED };
		const offered = {
			endpoint: 'https://lrs.cfa.example/xapi',
			key: 'cfa',
			secret: 'geheim',
			version: '1.0.3',
			scope: 'shareable',
			isWeekly: true,
		};
		expect(await readOrganisation()).toEqual({ courses: null, lrs: { offered, isAgreed: null } });
		expect([await readCourseSalt(), await readLrs()]).toEqual([null, null]);
		await saveAnswers({ courses: true, lrs: { endpoint: offered.endpoint, isAgreed: true } });
		expect([await readCourseSalt(), await readLrs()]).toEqual([SALT, offered]);
		await saveAnswers({ courses: false, lrs: { endpoint: offered.endpoint, isAgreed: false } });
		expect([await readCourseSalt(), await readLrs()]).toEqual([null, null]);
	});

	it('is asked anew when it is another address', async () => {
		policy = { lrs: OFFERED };
		await saveAnswers({ lrs: { endpoint: 'https://lrs.cfa.example/xapi', isAgreed: true } });
		policy = { lrs: { ...OFFERED, endpoint: 'https://other.example/xapi' } };
		expect((await readOrganisation()).lrs?.isAgreed).toBeNull();
		expect(await readLrs()).toBeNull();
	});

	it('is no store whose address is not safe', async () => {
		policy = { lrs: { ...OFFERED, endpoint: 'http://lrs.cfa.example/xapi' } };
		expect(await readOrganisation()).toEqual({});
	});

	it('comes before the learner’s own store while agreed to, and leaves it alone', async () => {
		await saveLrs(OWN);
		policy = { lrs: OFFERED };
		expect(await readLrs()).toEqual(OWN);
		await saveAnswers({ lrs: { endpoint: 'https://lrs.cfa.example/xapi', isAgreed: true } });
		expect((await readLrs())?.key).toBe('cfa');
		expect(await readOwnLrs()).toEqual(OWN);
	});

	it('may be a bucket: agreed to by its address without the signature, which is nowhere in the answers', async () => {
		policy = { bucket: { folder: 'https://bucket.cfa.example/in/?sig=geheim', weekly: true } };
		const offered = { folder: 'https://bucket.cfa.example/in?sig=geheim', user: '', password: '', isWeekly: true };
		expect(await readOrganisation()).toEqual({ bucket: { offered, isAgreed: null } });
		expect(await readBucket()).toBeNull();
		await saveAnswers({ bucket: { endpoint: 'https://bucket.cfa.example/in', isAgreed: true } });
		expect(await readBucket()).toEqual(offered);
		policy = { bucket: { folder: 'https://bucket.cfa.example/in?sig=renewed' } };
		expect((await readBucket())?.folder).toBe('https://bucket.cfa.example/in?sig=renewed');
		policy = { bucket: { folder: 'https://other.example/in' } };
		expect(await readBucket()).toBeNull();
		expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('geheim');
	});

	it('comes before the learner’s own bucket while agreed to, and leaves it alone', async () => {
		const own = { folder: 'https://own.example/dav', user: 'u', password: 'p', isWeekly: false };
		await saveBucket(own);
		policy = { bucket: { folder: 'https://bucket.cfa.example/in' } };
		expect(await readBucket()).toEqual(own);
		await saveAnswers({ bucket: { endpoint: 'https://bucket.cfa.example/in', isAgreed: true } });
		expect((await readBucket())?.folder).toBe('https://bucket.cfa.example/in');
		expect(await readOwnBucket()).toEqual(own);
	});
});
