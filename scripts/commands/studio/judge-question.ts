import type { DraftFinding } from '../../../contract/studio.ts'
import { asErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { checkShownTexts, proofOf } from '../../facts/shown-texts.ts'
import { loadBanks } from '../../questions/banks.ts'
import { questionChecks } from '../../questions/checks/index.ts'
import type { Reader } from '../../languages/reading.ts'
import { questionTexts } from '../../questions/shown-texts.ts'
import { DraftDocument, isInDraft } from '../../source/draft-document.ts'
import type { ReadUnit } from './studio-unit.ts'

/**
 * What the checks would say of a question if it stood in this bank: in the place of the one with its id, or
 * at the end. Paths lead from the question.
 */
export function judgeQuestion(
  file: string,
  question: unknown,
  { documents, base, copied, texts }: Pick<ReadUnit, 'documents' | 'base' | 'copied' | 'texts'>,
  reader?: Reader,
): DraftFinding[] {
  const { id } = (question ?? {}) as { id?: unknown }
  const bank = documents.questions.find((each) => each.file === file)
  const value = (bank?.value ?? { title: 'Quiz', summary: 'Quiz', objectives: [] }) as {
    questions?: unknown[]
  }
  const questions = Array.isArray(value.questions) ? value.questions : []
  const at = questions.findIndex((each) => (each as { id?: unknown } | null)?.id === id)
  const index = at < 0 ? questions.length : at
  const draft = new DraftDocument({ ...value, questions: questions.toSpliced(index, 1, question) }, file)
  const others = documents.questions.filter((each) => each.file !== file)
  const { value: banks, diagnostics } = loadBanks([...others, draft], base)
  const found: Diagnostic[] = [...diagnostics]
  if (banks) {
    const own = { ...banks, banks: banks.banks.filter(({ place }) => place.document === draft) }
    found.push(...questionChecks.flatMap((check) => check(own, base, reader)))
    found.push(...checkShownTexts(questionTexts(own, base), base, proofOf(base, texts, reader)))
  }
  const said = base.unit.strict === true ? asErrors(found) : found
  const problems = said.flatMap(({ at: where, severity, rule, message, notes }): DraftFinding[] => {
    if (!isInDraft(where)) return []
    const [list, place, ...path] = where.path
    return list === 'questions' && place === index
      ? [{ severity, rule, message, notes: notes.map((note) => note.message), path }]
      : []
  })
  for (const { text, path } of textsWithin(question)) {
    const problem = copied(text)
    if (problem !== undefined)
      problems.push({
        severity: 'error',
        rule: 'fact/own-words',
        message: `Unexpected ${problem}, expected words of your own`,
        notes: [],
        path,
      })
  }
  return problems.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
}

export interface TextAt {
  text: string
  path: (string | number)[]
}

/** Every text of a value, and the way to it. */
export function textsWithin(value: unknown, path: (string | number)[] = []): TextAt[] {
  if (typeof value === 'string') return [{ text: value, path }]
  if (Array.isArray(value)) return value.flatMap((each, index) => textsWithin(each, [...path, index]))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, each]) => textsWithin(each, [...path, key]))
}
