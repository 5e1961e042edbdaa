import { LESSON, QUIZ, week48 } from '@/tests/core/export/week';
import { sharedCsv, sharedJson } from '@/tests/core/group/shared';
import { AUDIT, INSPECTION, PAGE } from '@/tests/core/schema/audit/audit-sample';
import { CONTEXT, OPEN, REPORT } from '@/tests/core/schema/frame-sample';
import { visit } from '@/tests/store/visit';
import { backupDays, backupStart, parseDayLine, parseStart } from '@/utils/core/export/backup';
import { CLASS_CODE_BYTES, classCodeOf, parseClassCode } from '@/utils/core/export/class-code';
import { FRENCH } from '@/utils/core/export/csv';
import { weekJson } from '@/utils/core/export/week-json';
import { readDays } from '@/utils/core/group/cell-days';
import { readSharedParts } from '@/utils/core/group/read-shared';
import { readSharedCsv } from '@/utils/core/group/read-shared-csv';
import { readSharedJson } from '@/utils/core/group/read-shared-json';
import { parseSharedRow } from '@/utils/core/group/shared-week';
import { readTable } from '@/utils/core/group/table';
import { parseAnswers } from '@/utils/core/measure/assistants/parse-answers';
import { parseConnections } from '@/utils/core/measure/connection';
import { parseFrameReport } from '@/utils/core/measure/frame-report';
import { parseAddress } from '@/utils/core/platforms/address';
import { parseAudit, parseAuditPage } from '@/utils/core/schema/audit/audit';
import { parseAuditInspection } from '@/utils/core/schema/audit/audit-inspection';
import { parseBackupHead, readCourse, readDayRecord } from '@/utils/core/schema/backup-file';
import { parseCopiedDay, parseCopiedDays, parseDatabaseRecord } from '@/utils/core/schema/database-record';
import { parseFrameOpen, parseSoberReport } from '@/utils/core/schema/frame-report';
import { parsePageMessage } from '@/utils/core/schema/page-messages';
import { parsePolicy, parseRefusedHosts } from '@/utils/core/schema/policy';
import { DEFAULT_PROFILE, parseProfile } from '@/utils/core/schema/profile';
import { parseChanges } from '@/utils/core/schema/restoration';
import {
	NO_NOTICES,
	NO_WEEKLY,
	parseAssistantsOff,
	parseBucket,
	parseDismissedTips,
	parseFollowedSites,
	parseGoal,
	parseLanguage,
	parseLrs,
	parseNotices,
	parseSecret,
	parseSoberMode,
	parseWeekly,
} from '@/utils/core/schema/settings';
import { NO_PAUSES, parseKnownPlatforms, parsePauses } from '@/utils/core/schema/sites/pauses';
import { parseJson } from '@/utils/core/schema/values';
import { parseContext, parseVisitIds } from '@/utils/core/schema/visit';
import { parseWaste } from '@/utils/core/schema/waste';
import { parseSharedFile } from '@/utils/core/schema/week-file';
import { readActions } from '@/utils/core/sober/effects';
import { readContentRange } from '@/utils/core/units/byte-ranges';
import { parseCall } from '@/utils/core/visit/call';

/** A parser by its exported name, with inputs that it accepts. */
export interface Parser<Input> {
	readonly parse: (input: Input) => unknown;
	readonly samples: readonly Input[];
}

const TODAY = '2026-11-30';
const VISIT = visit({ day: LESSON.day });
const { id: _, startedAtMs: _at, ...TOTALS } = VISIT;
const DAY = { day: LESSON.day, totals: [LESSON, { ...TOTALS, visitCount: 1 }], visits: [VISIT] };
const COURSE = {
	host: 'my_school.moodlecloud.com',
	platform: 'moodle',
	courseKey: '7',
	label: 'Sécurité',
	lastDay: TODAY,
};
const SITE = { host: 'moodle.example', platform: 'moodle', sinceDay: TODAY };
const HEAD = {
	settings: { language: { version: 1, value: 'fr' }, followedSites: { version: 1, value: [SITE] } },
	courses: [COURSE],
};
const JSON_FILE = sharedJson('camille00000', [LESSON, QUIZ]);
const CSV_FILES = [sharedCsv('camille00000', [LESSON, QUIZ]), sharedCsv('camille00000', [LESSON, QUIZ], FRENCH)];
const SHARED_ROW = {
	day: LESSON.day,
	courseCode: 'zzzzzzzzzz',
	activity: 'quiz',
	figures: {
		visits: 1,
		received: 5,
		unknown_requests: 0,
		active: 1,
		video: 1,
		co2e_g_low: 1,
		co2e_g_central: 2,
		co2e_g_high: 3,
	},
	traffic: { video: { measured_bytes: 1, estimated_bytes: 2 } },
};

/** Parsers of values that return a value which they accept again, and return the same. */
export const STABLE_PARSERS: Readonly<Record<string, Parser<unknown>>> = {
	parseBackupHead: { parse: parseBackupHead, samples: [HEAD] },
	parseChanges: { parse: parseChanges, samples: [[{ store: 'courses', before: null, after: COURSE }]] },
	parseClassCode: { parse: parseClassCode, samples: [classCodeOf(new Uint8Array(CLASS_CODE_BYTES))] },
	parseContext: { parse: parseContext, samples: [CONTEXT] },
	parseCopiedDay: { parse: parseCopiedDay, samples: [{ record: DAY, courses: [COURSE] }] },
	parseVisitIds: { parse: parseVisitIds, samples: [['visit0000000000a']] },
	parseCopiedDays: { parse: parseCopiedDays, samples: [[{ day: TODAY, length: 5 }]] },
	parseDatabaseRecord: {
		parse: parseDatabaseRecord,
		samples: [{ name: 'sobrio-1', isCreated: true, loss: { why: 'gone', day: TODAY } }],
	},
	parseDismissedTips: { parse: parseDismissedTips, samples: [{ 'hidden-video': TODAY }] },
	parseFollowedSites: { parse: parseFollowedSites, samples: [[SITE]] },
	parseFrameOpen: { parse: parseFrameOpen, samples: [OPEN] },
	parseAssistantsOff: { parse: parseAssistantsOff, samples: [{ isOff: true }] },
	parseGoal: { parse: parseGoal, samples: [{ kind: 'data', weeklyAmount: 500 }] },
	parseLanguage: { parse: parseLanguage, samples: ['fr'] },
	parseLrs: {
		parse: parseLrs,
		samples: [
			{
				endpoint: 'https://lrs.example/xapi',
				key: 'a',
				secret: 'b',
				version: '2.0.0',
				scope: 'shareable',
				isWeekly: true,
			},
		],
	},
	parseBucket: {
		parse: parseBucket,
		samples: [{ folder: 'https://bucket.example/in?sig=1', user: 'a', password: 'b', isWeekly: true }],
	},
	parseKnownPlatforms: { parse: parseKnownPlatforms, samples: [{ isFollowed: true }] },
	parseNotices: { parse: parseNotices, samples: [NO_NOTICES] },
	parsePauses: {
		parse: parsePauses,
		samples: [NO_PAUSES, { isEverywhere: true, hosts: ['moodle.example'], leftOut: ['www.udemy.com'] }],
	},
	parsePageMessage: {
		parse: parsePageMessage,
		samples: [
			{ type: 'history/get', request: { firstDay: '2026-11-23', lastDay: TODAY } },
			{ type: 'site/follow', request: { host: 'moodle.example', platform: 'moodle', tabId: 3 } },
			{ type: 'restore/add', request: { id: 'a', days: [DAY] } },
		],
	},
	parsePolicy: {
		parse: parsePolicy,
		samples: [{ followedHosts: ['moodle.example'], device: 'laptop', country: 'FR', soberMode: true, soberLines: 720 }],
	},
	parseProfile: { parse: parseProfile, samples: [DEFAULT_PROFILE] },
	parseSecret: { parse: parseSecret, samples: ['0'.repeat(64)] },
	parseSharedFile: { parse: parseSharedFile, samples: [JSON.parse(JSON_FILE)] },
	parseSoberMode: {
		parse: parseSoberMode,
		samples: [
			{
				isOnEverywhere: true,
				hosts: { 'a.example': false },
				effectsOff: ['hidden'],
				limitLines: 480,
				isLighterOnBattery: true,
			},
		],
	},
	parseSoberReport: { parse: parseSoberReport, samples: [{ avoidedBytes: 5, isStuck: false, cappableCount: 1 }] },
	parseAudit: { parse: parseAudit, samples: [AUDIT] },
	parseAuditInspection: { parse: parseAuditInspection, samples: [INSPECTION] },
	parseAuditPage: { parse: parseAuditPage, samples: [PAGE] },
	parseWaste: { parse: parseWaste, samples: [{ frameId: OPEN.frameId, waste: { gifCount: 1 }, files: [['k1', 5]] }] },
	parseWeekly: { parse: parseWeekly, samples: [NO_WEEKLY] },
	readCourse: { parse: readCourse, samples: [COURSE, { ...COURSE, label: 'L\u0092eau – camille@exemple.fr' }] },
	readDayRecord: { parse: readDayRecord, samples: [DAY] },
};

/** Parsers of values that return something else than they read. */
export const VALUE_PARSERS: Readonly<Record<string, Parser<unknown>>> = {
	parseFrameReport: { parse: parseFrameReport, samples: [REPORT] },
	parseRefusedHosts: { parse: parseRefusedHosts, samples: [{ followedHosts: ['moodle.example', 'a b/*'] }] },
	parseSharedRow: { parse: parseSharedRow, samples: [SHARED_ROW] },
	readActions: { parse: readActions, samples: ['hidden,quality'] },
};

/** Parsers of texts. */
export const TEXT_PARSERS: Readonly<Record<string, Parser<string>>> = {
	parseAddress: {
		parse: parseAddress,
		samples: ['https://moodle.example/course/view.php?id=5#/a', 'http://[::1]/%E0%A4%A'],
	},
	parseAnswers: { parse: parseAnswers, samples: ['asked:gpt,1,0,0,0\nanswer:gpt,1,400,900,0', REPORT.connections] },
	parseCall: { parse: parseCall, samples: [REPORT.connections, 'own:call,1,2,3,0\nrtc:a,1,5,5,0'] },
	parseConnections: { parse: parseConnections, samples: [REPORT.connections] },
	parseDayLine: { parse: parseDayLine, samples: [backupDays([DAY], true)] },
	parseJson: { parse: parseJson, samples: [JSON_FILE] },
	parseStart: { parse: parseStart, samples: [backupStart(HEAD)] },
	readContentRange: { parse: readContentRange, samples: ['bytes 0-499/1234'] },
	readDays: {
		parse: (text) => readDays(text.split(','), { isContinental: false, today: TODAY }),
		samples: ['2026-11-24,24/11/2026,24/11/26,46350,24.11.26'],
	},
	readSharedParts: {
		parse: (text) => readSharedParts(text, TODAY),
		samples: [JSON_FILE, ...CSV_FILES, CSV_FILES.join('')],
	},
	readSharedCsv: { parse: (text) => readSharedCsv(text, TODAY), samples: CSV_FILES },
	readSharedJson: {
		parse: (text) => readSharedJson(text, TODAY),
		samples: [JSON_FILE, weekJson(week48([LESSON], 'personal'), { version: '0.1.0', day: TODAY })],
	},
	readTable: { parse: (text) => [...readTable(text).rows()], samples: [...CSV_FILES, 'sep=;\r"a;b"\r"""c"""'] },
};
