/** A language of the report. */
export type Language = 'fr' | 'en';

/** The texts of the report, in one language. `$1` and `$2` are figures. */
export interface Words {
	readonly title: string;
	readonly subtitle: string;
	readonly none: string;
	readonly lastWeek: string;
	readonly learners: string;
	readonly data: string;
	readonly each: string;
	readonly courseTime: string;
	readonly co2: string;
	readonly assistants: string;
	readonly prompts: string;
	readonly atLeast: string;
	readonly unread: string;
	readonly measured: string;
	readonly weeks: string;
	readonly week: string;
	readonly activities: string;
	readonly activity: string;
	readonly courses: string;
	readonly course: string;
	readonly noCourses: string;
	readonly spread: string;
	readonly spreadBand: string;
	readonly spreadLast: string;
	readonly hours: string;
	readonly aboutTitle: string;
	readonly about: readonly string[];
}

export const WORDS: Readonly<Record<Language, Words>> = {
	fr: {
		title: 'Ce que coûtent nos cours en ligne',
		subtitle: 'Sobrio, $1. Rapport du $2.',
		none: 'Aucune semaine n’a au moins 10 apprenants\u00A0: rien n’est montré de moins de 10 personnes.',
		lastWeek: 'La dernière semaine\u00A0: $1',
		learners: 'Apprenants',
		data: 'Données reçues',
		each: '$1 par apprenant en moyenne',
		courseTime: 'Temps de cours',
		co2: 'Émissions, ordre de grandeur',
		assistants: 'Assistants IA',
		prompts: '$1 questions',
		atLeast: 'au moins $1',
		unread: 'réponses de taille inconnue\u00A0: $1',
		measured: 'mesuré à $1',
		weeks: 'Données reçues par semaine',
		week: 'Semaine',
		activities: 'Par type d’activité, dernière semaine',
		activity: 'Activité',
		courses: 'Les cours les plus lourds, toutes semaines',
		course: 'Cours',
		noCourses:
			'Aucun code de cours n’est partagé par au moins 10 apprenants. Pour que les codes de cours concordent, l’organisation fixe la politique courseSalt.',
		spread: 'Comment les données se répartissent entre les apprenants, dernière semaine',
		spreadBand: 'de $1 à $2',
		spreadLast: '$1 et plus',
		hours: '$1\u00A0h',
		aboutTitle: 'Ce que disent ces chiffres, et ce qu’ils ne disent pas',
		about: [
			'Un code désigne un navigateur, pas une personne\u00A0: quelqu’un qui a deux appareils compte deux fois. Seuls comptent ceux qui ont remis un export\u00A0; rien n’est extrapolé.',
			'Une ligne sur moins de 10 apprenants n’est pas montrée. La somme des lignes peut donc être inférieure au total.',
			'Les grammes de CO₂e sont une fourchette\u00A0: la somme de celles que chaque export a calculées pour l’équipement de son auteur.',
			'La part mesurée est celle des octets que le navigateur a comptés\u00A0; le reste est estimé.',
		],
	},
	en: {
		title: 'What our online courses cost',
		subtitle: 'Sobrio, $1. Report of $2.',
		none: 'No week has at least 10 learners: nothing is shown about fewer than 10 people.',
		lastWeek: 'The last week: $1',
		learners: 'Learners',
		data: 'Data received',
		each: '$1 per learner on average',
		courseTime: 'Time on courses',
		co2: 'Emissions, order of magnitude',
		assistants: 'AI assistants',
		prompts: '$1 prompts',
		atLeast: 'at least $1',
		unread: 'answers of unknown size: $1',
		measured: '$1 measured',
		weeks: 'Data received, by week',
		week: 'Week',
		activities: 'By type of activity, last week',
		activity: 'Activity',
		courses: 'The heaviest courses, all weeks',
		course: 'Course',
		noCourses:
			'No course code is shared by at least 10 learners. For course codes to agree, the organisation sets the policy courseSalt.',
		spread: 'How data spreads over learners, last week',
		spreadBand: '$1 to $2',
		spreadLast: '$1 and more',
		hours: '$1\u00A0h',
		aboutTitle: 'What these figures say, and what they do not',
		about: [
			'A code stands for a browser, not for a person: someone with two devices counts twice. Only those who handed in an export count; nothing is extrapolated.',
			'A row about fewer than 10 learners is not shown, so the rows may add up to less than the total.',
			'Grams of CO₂e are a range: the sum of those that each export computed for its author’s equipment.',
			'The measured share is that of the bytes that the browser counted; the rest is estimated.',
		],
	},
};
