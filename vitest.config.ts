import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
	test: {
		projects: [
			{
				plugins: [WxtVitest()],
				test: {
					name: 'unit',
					include: ['tests/**/*.test.{ts,tsx}'],
					exclude: ['tests/e2e/**', 'tests/bench/**'],
					// Secrets are in IndexedDB, which Node lacks.
					setupFiles: ['fake-indexeddb/auto', 'tests/patience.ts'],
					testTimeout: 20_000,
					// Before the end-to-end tests, whose browsers are slow: a mistake shows within two minutes. Not 0: with one worker
					// (two cores) Vitest runs a project of that order last.
					sequence: { groupOrder: 1 },
				},
			},
			{
				resolve: { alias: { '@': import.meta.dirname } },
				test: {
					name: 'e2e',
					include: ['tests/e2e/**/*.test.ts'],
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 120_000,
					sequence: { groupOrder: 2 },
				},
			},
		],
	},
});
