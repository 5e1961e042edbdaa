import { describe, expect, it } from 'vitest';
import { avoidedGrams } from '@/utils/core/carbon/avoided';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import { tipsFor } from '@/utils/core/tips/rank';
import { figureTexts } from '@/utils/core/tips/rule';
import { RULES } from '@/utils/core/tips/rules/all-rules';
import { createFormat } from '@/utils/core/units/format';
import { GIGABYTE, HOUR_MS, MEGABYTE, MINUTE_MS, momentOf, type Scene } from './moment';

const TODAY = '2026-11-23';
const french = createFormat('fr');

/** An hour of 1080p in a small frame, 20 minutes of it hidden, on a heavy page, over the mobile network. */
const BUSY: Scene = {
	received: {
		video: { measuredBytes: 3 * GIGABYTE },
		image: { measuredBytes: 8 * MEGABYTE, requestCount: 30 },
	},
	media: { videoMs: HOUR_MS, hiddenMs: 20 * MINUTE_MS, videoMsByHeight: { '1080': HOUR_MS } },
	video: {},
	profile: { network: 'mobile' },
};

function idsOf(scene: Scene, dismissed: Record<string, string> = {}, today = TODAY) {
	return tipsFor(momentOf(scene), dismissed, today).map(({ id }) => id);
}

describe('tips', () => {
	it('are three at most, the most bytes at stake first', () => {
		const tips = tipsFor(momentOf(BUSY), {}, TODAY);
		expect(tips.map(({ id, stakeBytes }) => [id, Math.round(stakeBytes / MEGABYTE)])).toEqual([
			['mobile-network', 3000],
			['oversized-video', 3000 - 700],
			['hidden-video', Math.round(((3000 - 168_000 / 1024) * 20) / 60)],
		]);
	});

	it('are none on a light page without a video', () => {
		expect(idsOf({ received: { document: { measuredBytes: 0.3 * MEGABYTE } } })).toEqual([]);
	});

	it.each([
		['2026-11-23', false],
		['2026-10-25', false], // 29 days ago
		['2026-10-24', true], // 30 days ago
		['2025-01-01', true],
		['', true],
		['9999-12-31', true], // no wrong clock hides a tip for good
	])('dismissed on "%s" are shown again today: %j', (day, isShown) => {
		expect(idsOf(BUSY, { 'oversized-video': day }).includes('oversized-video')).toBe(isShown);
	});

	it('that are dismissed make room for the next', () => {
		expect(idsOf(BUSY, { 'oversized-video': TODAY })).toEqual(['mobile-network', 'hidden-video', 'heavy-page']);
	});

	it('give grams from added power to allocation', () => {
		const [tip] = tipsFor(momentOf({ ...BUSY, profile: {} }), {}, TODAY);
		expect(tip?.id).toBe('oversized-video');
		expect(tip?.co2eGrams).toEqual(avoidedGrams(2.3 * GIGABYTE, DEFAULT_PROFILE));
		// ADEME: HD to SD on a French fixed network is 21.6 g an hour.
		expect(tip?.co2eGrams.high).toBeGreaterThan(21);
		expect(tip?.co2eGrams.high).toBeLessThan(22);
		expect(tip?.co2eGrams.low).toBeLessThan(0.1);
	});

	it('compare the networks, not the bytes, in a tip about the network', () => {
		const [tip] = tipsFor(momentOf(BUSY), {}, TODAY);
		// ADEME: 24.684 - 9.269 g/GB in France; power model: (1.53 - 0.03) W per Mbit/s over 8000 Mbit/GB at 51.9 g/kWh at most.
		expect(tip?.co2eGrams.high).toBeCloseTo(3 * (24.684 - 9.269), 1);
		expect(tip?.co2eGrams.low).toBeGreaterThan(0);
		expect(tip?.co2eGrams.low).toBeLessThanOrEqual((3 * (1.53 - 0.03) * 8000 * 51.9) / 3600 / 1000 + 1e-9);
	});

	it('have numbered and linked references', () => {
		for (const { references } of RULES) {
			expect(references.length).toBeGreaterThan(0);
			for (const { label, url } of references) {
				expect(label).toMatch(/^(RGESN \d\.\d+|ADEME, Impact CO2)$/);
				expect(url).toMatch(/^https:\/\/(ecoresponsable\.numerique\.gouv\.fr|impactco2\.fr)\//);
			}
		}
	});

	it('fill their texts with figures', () => {
		const words = tipsFor(momentOf({ ...BUSY, profile: {} }), {}, TODAY).map((tip) => figureTexts(tip, french));
		expect(words.map((figures) => figures.map((figure) => figure.replace(/[\u00A0\u202F]/g, ' ')))).toEqual([
			['1080', '640', '360', '480'],
			['20 min'],
			['8 Mo', '30', '1 Mo'],
		]);
	});
});
