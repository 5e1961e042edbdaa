import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePdf } from './pdf.ts';

const PAGES = [
	['Guide d’évacuation', 'À lire une fois par an, et à chaque changement de poste.', 'nuages.jpg'],
	[
		'1. Donner l’alarme',
		'Appuyez sur le déclencheur le plus proche, puis prévenez vos voisins de bureau.',
		'pierres.jpg',
	],
	['2. Sortir', 'Suivez les pictogrammes verts. Ne prenez ni ascenseur, ni affaires.', 'ruisseau.jpg'],
	['3. Descendre', 'Tenez la rampe, restez à droite, laissez passer les secours.', 'branche.jpg'],
	['4. Se rassembler', 'Rejoignez le point prévu et répondez à l’appel du guide-file.', 'terrier-petit.jpg'],
	['Images', 'Big Buck Bunny, (c) 2008 Blender Foundation, licence CC-BY 3.0.', 'pierres.jpg'],
] as const;

/** The document of the course: six pages, a picture on each, about 1.9 MB. */
export async function writeGuide(videoDir: string): Promise<Uint8Array> {
	const pages = PAGES.map(async ([heading, text, image]) => ({
		heading,
		text,
		jpeg: await readFile(join(videoDir, 'images', image)),
	}));
	return writePdf(await Promise.all(pages));
}
