/**
 * Lets Node run the project's files as the bundler reads them: `@/x` from the root, and no extension needed.
 * Used as `node --import ./scripts/setup/imports.mjs file.ts`.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ROOT } from './paths.mjs';

const ROOT_URL = pathToFileURL(ROOT).href;

registerHooks({
	resolve(specifier, context, next) {
		const isOurs =
			specifier.startsWith('@/') || (specifier.startsWith('./') && !context.parentURL?.includes('/node_modules/'));
		if (!isOurs) return next(specifier, context);
		const url = specifier.startsWith('@/')
			? new URL(specifier.slice(2), ROOT_URL)
			: new URL(specifier, context.parentURL);
		// The file first: a folder may have its name, as `catalogue.ts` and `catalogue/` do.
		return next(existsSync(fileURLToPath(`${url.href}.ts`)) ? `${url.href}.ts` : url.href, context);
	},
});
