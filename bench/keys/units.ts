import { createHash } from 'node:crypto'
import { loadFactBase, type FactBase } from '../../scripts/facts/fact-base.ts'
import { loadBanks, type Banks } from '../../scripts/questions/banks.ts'
import type { AnyQuestion } from '../../question-types/question-fields.ts'
import type { ChoiceQuestion } from '../../question-types/choice/choice-schema.ts'
import { readContentFolder } from '../../scripts/source/content-folder.ts'

/** Units on which nothing was tuned, by their folders. */
export const otherUnits = ['bridge', 'pump', 'lake', 'violin'].map((name) => `tests/fixtures/${name}-unit`)

/**
 * The facts of a content root, and those of its questions that have options; throws where it cannot be read.
 */
export async function readUnit(
  root: string,
): Promise<{ base: FactBase; banks: Banks; questions: ChoiceQuestion[] }> {
  const folder = (await readContentFolder(root)).value
  const base = folder && loadFactBase(folder.facts).value
  const banks = base && loadBanks(folder.questions, base).value
  if (!banks) throw new Error(`${root} holds no content that can be read`)
  return { base, banks, questions: banks.banks.flatMap(({ value }) => value.questions).filter(hasOptions) }
}

/**
 * Whether a question of the sample belongs to the half on which the check of keys was tuned; a coin thrown by
 * its id.
 */
export function tuned(id: string): boolean {
  return createHash('sha256').update(id).digest()[0]! % 2 === 0
}

/** Whether a question is a choice between options. */
export function hasOptions(question: AnyQuestion): question is ChoiceQuestion {
  return 'options' in question
}
