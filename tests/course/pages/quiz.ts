import { typeset } from './page-frame.ts';

interface Question {
	readonly text: string;
	readonly choices: readonly string[];
	readonly rightIndex: number;
	readonly explanation: string;
	readonly image: string | null;
}

const QUESTIONS: readonly Question[] = [
	{
		text: 'L’alarme sonne. Que faites-vous en premier ?',
		choices: [
			'Je ferme mon dossier et j’éteins le poste',
			'Je quitte la pièce et je ferme la porte',
			'J’appelle un collègue',
		],
		rightIndex: 1,
		explanation: 'On sort tout de suite ; la porte fermée, sans clé, retient la fumée.',
		image: null,
	},
	{
		text: 'Que voyez-vous de dangereux sur cette image ?',
		choices: ['Le trou sous les racines', 'La lumière', 'Les pierres au loin'],
		rightIndex: 0,
		explanation: 'Un trou au bord du passage se balise avant tout travail.',
		image: '/pluginfile.php/240/question/questiontext/31/2/terrier-petit.jpg',
	},
	{
		text: 'Qui protège un garde-corps ?',
		choices: ['Celui qui l’a posé', 'Tout le monde, tout le temps', 'Celui qui s’y attache'],
		rightIndex: 1,
		explanation: 'C’est une protection collective : elle passe avant les protections individuelles.',
		image: null,
	},
	{
		text: 'Où retrouve-t-on les risques évalués de l’entreprise ?',
		choices: ['Dans le règlement intérieur', 'Dans le contrat de travail', 'Dans le document unique'],
		rightIndex: 2,
		explanation: 'Le document unique les recense ; chacun peut le consulter.',
		image: null,
	},
];

/** A question as the page shows it, without its answer; null past the last one. */
export function questionJson(page: number): object | null {
	const question = QUESTIONS[page];
	if (!question) return null;
	const { text, choices, image } = question;
	return { page, questionCount: QUESTIONS.length, text: typeset(text), choices: choices.map(typeset), image };
}

/** Whether a posted answer `{ page, choice }` is right, and why; null when it is no answer. */
export function markAnswer(body: string): object | null {
	let answer: unknown;
	try {
		answer = JSON.parse(body);
	} catch {
		// Not JSON: no answer.
		return null;
	}
	if (typeof answer !== 'object' || answer === null || !('page' in answer) || !('choice' in answer)) return null;
	const question = QUESTIONS[Number(answer.page)];
	return question
		? { isRight: answer.choice === question.rightIndex, explanation: typeset(question.explanation) }
		: null;
}
