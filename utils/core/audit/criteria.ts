/** How many criteria each theme of the RGESN 2024 has, in its order: strategy, specifications, architecture, interface, contents, frontend, backend, hosting, algorithms. */
const CRITERIA_COUNTS = [10, 10, 7, 15, 8, 7, 4, 10, 7] as const;

/** The criteria that an audit can measure something of. */
export const MEASURED_CRITERIA = ['4.1', '4.4', '4.8', '5.1', '5.3', '5.7', '6.2', '6.3', '6.4', '6.5'] as const;

/** One of {@link MEASURED_CRITERIA}. */
export type MeasuredCriterion = (typeof MEASURED_CRITERIA)[number];

/** The 78 criteria of the RGESN, version 2024, by their numbers. https://ecoresponsable.numerique.gouv.fr/publications/referentiel-general-ecoconception/ */
export const CRITERIA: readonly string[] = CRITERIA_COUNTS.flatMap((count, theme) =>
	Array.from({ length: count }, (_, index) => `${theme + 1}.${index + 1}`),
);

/** Those of which only a person can judge. */
export const PERSONAL_CRITERIA: readonly string[] = CRITERIA.filter(
	(criterion) => !(MEASURED_CRITERIA as readonly string[]).includes(criterion),
);
