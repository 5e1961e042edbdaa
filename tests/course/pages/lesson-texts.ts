import { assistantUrl } from '@/tests/course/assistant.ts';
import { type Site, typeset } from './page-frame.ts';

/** The nine principles of article L. 4121-2 of the French labour code, in our words. */
const PRINCIPLES: readonly (readonly [string, string])[] = [
	[
		'Éviter les risques',
		'Supprimer le danger ou l’exposition au danger, par exemple renoncer à un travail en hauteur qui peut se faire au sol.',
	],
	[
		'Évaluer ceux qui restent',
		'Apprécier leur gravité et leur fréquence, les noter dans le document unique, puis les revoir chaque année.',
	],
	[
		'Combattre les risques à la source',
		'Agir le plus en amont possible, dès la conception du lieu, de la machine ou de la méthode.',
	],
	[
		'Adapter le travail à l’homme',
		'Penser les postes, les rythmes et les outils pour la personne, et réduire le travail monotone et cadencé.',
	],
	[
		'Suivre l’évolution de la technique',
		'Rechercher les moyens plus sûrs qui apparaissent et remplacer ceux qui ont vieilli.',
	],
	[
		'Remplacer ce qui est dangereux',
		'Préférer un produit sans solvant, un outil moins bruyant, une charge plus petite.',
	],
	[
		'Planifier la prévention',
		'Relier la technique, l’organisation, les conditions de travail, les relations et l’environnement.',
	],
	[
		'Protéger d’abord le groupe',
		'Un garde-corps protège tout le monde tout le temps ; un harnais, une seule personne, si elle l’attache.',
	],
	[
		'Donner des consignes claires',
		'Former et informer chacun, dans des mots compris de tous, avant la première tâche.',
	],
];

export function principlesText(site: Site): string {
	const items = PRINCIPLES.map(([name, text]) => `<li><strong>${name}.</strong> ${text}</li>`);
	return `<div class="no-overflow"><p>La loi fixe neuf principes généraux. Ils se lisent dans l’ordre : on commence toujours par supprimer, on ne protège la personne qu’à la fin.</p><ol>${items.join('')}</ol>
<h4>À retenir</h4><p>Devant un danger, posez-vous trois questions : puis-je l’enlever ? puis-je m’en éloigner ? puis-je nous en protéger tous ?</p>
<p><a href="${assistantUrl(site.courseUrl)}/" target="_blank" rel="noreferrer">Poser une question à l’assistant du cours</a></p></div>`;
}

function figure(source: string, caption: string): string {
	return `<figure><img class="img-fluid" src="${source}" alt="${typeset(caption)}" width="640"><figcaption>${caption}</figcaption></figure>`;
}

/** A text with large images, most from the course's own file area and two from the media server. */
export function dangersText(site: Site): string {
	const own = '/pluginfile.php/234/mod_page/content/3';
	const far = `${site.mediaUrl}/images`;
	return `<div class="no-overflow"><p>Avant de commencer un travail dehors, prenez deux minutes pour regarder : en haut, en bas, autour. Voici cinq scènes. Cherchez le danger avant de lire la légende.</p>
${figure(`${own}/nuages.jpg`, 'Le ciel : un nuage qui monte annonce l’orage. Repérez un abri, éloignez-vous des arbres isolés.')}
${figure(`${own}/pierres.jpg`, 'Le sol : des pierres cachées par l’herbe font trébucher qui porte une charge.')}
${figure(`${far}/ruisseau.jpg`, 'L’eau : une berge humide glisse. On ne s’en approche pas seul.')}
${figure(`${far}/branche.jpg`, 'La hauteur : une branche n’est pas un appui. Qui s’y tient sans attache peut tomber.')}
${figure(`${own}/terrier.png`, 'Les trous : un terrier sous les racines suffit pour une entorse. Balisez-le.')}
<h4>À votre tour</h4><p>Dessinez le plan de votre prochain lieu de travail et placez-y chaque danger.</p></div>`;
}

export function accountingText(): string {
	const rows = [
		['Achat de fournitures', '606 Achats', '512 Banque'],
		['Vente d’une prestation', '411 Clients', '706 Prestations'],
		['Règlement d’un client', '512 Banque', '411 Clients'],
		['Emprunt reçu', '512 Banque', '164 Emprunts'],
	].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
	return `<div class="no-overflow"><p>Chaque opération touche au moins deux comptes : ce qui entre se note au débit, ce d’où cela vient se note au crédit. Les deux totaux sont toujours égaux.</p>
<table class="generaltable"><thead><tr><th>Opération</th><th>Débit</th><th>Crédit</th></tr></thead><tbody>${rows.join('')}</tbody></table>
<h4>Le piège</h4><p>« Débit » ne veut pas dire « perte » : au compte 512, un débit est de l’argent qui arrive.</p></div>`;
}

interface VideoText {
	readonly introduction: string;
	readonly questions: readonly string[];
}

const VIDEO_TEXTS: Readonly<Record<string, VideoText>> = {
	'12': {
		introduction:
			'Regardez cette vidéo une première fois sans pause, puis notez trois situations où vous agiriez autrement.',
		questions: [
			'Qui est présent, et que fait-il ?',
			'Quel danger voyez-vous, à quelle distance ?',
			'Quelle protection manque ?',
		],
	},
	'27': {
		introduction: 'Cette vidéo tient lieu de pause : imaginez que ce pré est une entreprise, et dressez son bilan.',
		questions: [
			'Que possède-t-elle ? C’est l’actif.',
			'À qui le doit-elle ? C’est le passif.',
			'Les deux sont-ils égaux ?',
		],
	},
};

/** What stands above and under a video, by course. */
export function videoText(courseKey: string, player: string): string {
	const { introduction, questions } = VIDEO_TEXTS[courseKey] ?? { introduction: '', questions: [] };
	const items = questions.map((question) => `<li>${question}</li>`);
	return `<div class="no-overflow"><p>${introduction}</p><div class="mediaplugin mediaplugin_videojs">${player}</div>
<h4>Pendant la vidéo</h4><ul>${items.join('')}</ul></div>`;
}

/** The page of a document: Moodle shows a link, the file follows on the click. */
export function documentText(): string {
	return `<div class="resourceworkaround"><p>Ce guide de six pages se lit sans connexion une fois téléchargé.</p>
<p><a id="resource-link" href="/pluginfile.php/242/mod_resource/content/1/guide-evacuation.pdf?forcedownload=1" download="guide-evacuation.pdf">Télécharger « guide-evacuation.pdf »</a></p></div>`;
}
