import * as v from 'valibot';
import { ANSWER_FIELDS, FAMILIES } from './assistant-names';
import { type Of, optionalEntries, PlainSchema, StoredAmountSchema } from './values';

const AnswersSchema = v.pipe(PlainSchema, v.strictObject(optionalEntries(ANSWER_FIELDS, StoredAmountSchema)));

/** What assistants answered in a visit or a day, by family; fields that are 0 are absent, and so are families without any. */
export const AssistantsSchema = v.pipe(PlainSchema, v.strictObject(optionalEntries(FAMILIES, AnswersSchema)));

export type Assistants = Of<typeof AssistantsSchema>;
