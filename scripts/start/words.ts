import type { StartOptions } from '@/scripts/setup/start-options.mjs';

/** The texts of `npm start`, in one language. */
export interface Words {
	failed(reason: string): string;
	readonly interrupted: string;
	readonly nothing: string;
	/** For a person before an open browser, one line each. */
	steps(address: string): readonly string[];
	/** The same where the address is the person's own platform. */
	ownSteps(address: string): readonly string[];
	studying(browser: string, address: string): string;
	readonly following: string;
	/** Two prompts to the assistant beside a lesson. */
	readonly asked: string;
	/** The line of AI assistants: family, prompts, tokens of the answers. */
	assistant(family: string, prompts: string, tokens: string): string;
	readonly unknownEnergy: string;
	/** What follows the name of a lesson with a video: time by the video's own clock, with its unit. */
	played(time: string): string;
	/** Heads of the week's table, in its order. */
	readonly heads: readonly string[];
	/** What follows the measured share where requests are of unknown size. */
	unknown(count: string): string;
	readonly total: string;
	readonly megabytes: string;
	readonly minutes: string;
	week(week: string, span: string): string;
	readonly legend: string;
	readonly written: string;
}

export const WORDS: Readonly<Record<StartOptions['lang'], Words>> = {
	fr: {
		failed: (reason) => `npm start a échoué\u00A0: ${reason}`,
		interrupted: 'arrêt demandé',
		nothing: 'Sobrio n’a rien enregistré',
		steps: (address) => [
			`Cours de démonstration\u00A0: ${address}`,
			'1. Ouvrez une leçon. La première a un assistant IA à côté d’elle, à suivre pour lui-même.',
			'2. Cliquez sur le bouton de Sobrio, sous l’icône de puzzle à droite de la barre d’adresse.',
			'3. Choisissez «\u00A0Suivre ce site\u00A0» et acceptez\u00A0; puis «\u00A0Mesurer les vidéos hébergées ailleurs\u00A0» si une partie est estimée.',
			'4. Étudiez, et rouvrez Sobrio quand vous voulez\u00A0; «\u00A0Tableau de bord\u00A0» montre la semaine et l’exporte.',
			'Pour finir\u00A0: fermez le navigateur, ou Ctrl+C ici. Son profil est temporaire, rien n’en est conservé.',
		],
		ownSteps: (address) => [
			`Votre plateforme\u00A0: ${address}`,
			'1. Connectez-vous et ouvrez un cours.',
			'2. Cliquez sur le bouton de Sobrio, sous l’icône de puzzle à droite de la barre d’adresse.',
			'3. Choisissez «\u00A0Suivre ce site\u00A0» et acceptez\u00A0: rien n’est mesuré avant.',
			'Pour finir\u00A0: fermez le navigateur, ou Ctrl+C ici. Son profil est temporaire, rien n’en est conservé.',
		],
		studying: (browser, address) =>
			`Le cours de démonstration (${address}) est étudié dans ${browser} sans fenêtre\u00A0:`,
		following: 'Suivre ce site, mesurer les vidéos hébergées ailleurs',
		asked: 'Deux questions à l’assistant à côté de la leçon',
		assistant: (family, prompts, tokens) => `Assistants IA, ${family}\u00A0: ${prompts} questions, ${tokens} jetons`,
		unknownEnergy: 'énergie inconnue',
		played: (time) => `${time} de vidéo`,
		heads: ['Cours', 'Visites', 'Données', 'Mesuré', 'Serveur', 'Rapport', 'Vidéo', 'Vidéo lue', 'CO₂e'],
		unknown: (count) => ` + ${count} inconnues`,
		total: 'Total',
		megabytes: 'Mo',
		minutes: 'min',
		week: (week, span) => `Semaine ${week} (${span})`,
		legend:
			'Données\u00A0: comptées par Sobrio, avec la part mesurée, et les requêtes de taille inconnue qui n’y sont pas. Serveur\u00A0: envoyées au navigateur par le serveur du cours. Vidéo lue\u00A0: selon l’horloge des vidéos.',
		written: 'Écrit\u00A0:',
	},
	en: {
		failed: (reason) => `npm start failed: ${reason}`,
		interrupted: 'stop requested',
		nothing: 'Sobrio recorded nothing',
		steps: (address) => [
			`Demo course: ${address}`,
			'1. Open a lesson (the course itself is in French). The first has an AI assistant beside it, to follow for itself.',
			'2. Click the Sobrio button, under the puzzle icon to the right of the address bar.',
			'3. Choose “Follow this site” and accept; then “Measure videos hosted elsewhere” if a part is estimated.',
			'4. Study, and open Sobrio again whenever you want; “Dashboard” shows the week and exports it.',
			'To end: close the browser, or press Ctrl+C here. Its profile is temporary, and is deleted at the end.',
		],
		ownSteps: (address) => [
			`Your platform: ${address}`,
			'1. Sign in and open a course.',
			'2. Click the Sobrio button, under the puzzle icon to the right of the address bar.',
			'3. Choose “Follow this site” and accept: nothing is measured before.',
			'To end: close the browser, or press Ctrl+C here. Its profile is temporary, and is deleted at the end.',
		],
		studying: (browser, address) => `The demo course (${address}) is being studied in ${browser} without a window:`,
		following: 'Follow this site, measure videos hosted elsewhere',
		asked: 'Two prompts to the assistant beside the lesson',
		assistant: (family, prompts, tokens) => `AI assistants, ${family}: ${prompts} prompts, ${tokens} tokens`,
		unknownEnergy: 'energy unknown',
		played: (time) => `${time} of video`,
		heads: ['Course', 'Visits', 'Data', 'Measured', 'Server', 'Ratio', 'Video', 'Played', 'CO₂e'],
		unknown: (count) => ` + ${count} unknown`,
		total: 'Total',
		megabytes: 'MB',
		minutes: 'min',
		week: (week, span) => `Week ${week} (${span})`,
		legend:
			'Data: counted by Sobrio, with the measured share, and the requests of unknown size that are not in them. Server: sent to the browser by the course server. Played: time played by the videos’ own clock.',
		written: 'Written:',
	},
};
