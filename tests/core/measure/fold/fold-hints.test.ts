import { expect, it } from 'vitest';
import { beginVisit, connection, report } from '@/tests/core/visit/sample';
import { applyReport } from '@/utils/core/measure/apply-report';
import { keyedLines, parseConnections } from '@/utils/core/measure/connection';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';

it.each([false, true])(
	'files named ahead of a page are unknown, whatever the events show (all: %s)',
	(isFullyVisible) => {
		const connections = parseConnections(keyedLines('own:hints,1,0,0,0'));
		expect(connections).toEqual([connection('own:hints')]);
		const visit = { ...beginVisit(), isFullyVisible };
		applyReport(visit, report({ connections }));
		expect(foldVisit(visit).traffic.received.data).toMatchObject({
			unknownCount: 1,
			measuredBytes: 0,
			estimatedBytes: 0,
		});
	},
);
