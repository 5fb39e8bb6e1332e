import type { DraftFinding, DraftView, JudgedSentence } from '../../../contract/studio.ts'
import { DraftFile } from '../../drafts/draft-schema.ts'
import { speaksToMachines } from '../../drafts/model/speaks-to-machines.ts'
import type { Reader } from '../../languages/reading.ts'
import { Unanswerable } from './served.ts'
import { articleOf, judgeFact } from './studio-answers.ts'
import type { ReadUnit } from './studio-unit.ts'

/** The file of drafts of an article, as it is read; undefined where there is none. */
export function draftFileOf(id: string, { drafts }: Pick<ReadUnit, 'drafts'>): DraftFile | undefined {
  const [, value] = drafts.find(([name]) => name === `drafts/${id}.json`) ?? []
  if (value === undefined) return undefined
  const read = DraftFile.safeParse(value)
  if (!read.success)
    throw new Unanswerable(
      422,
      `drafts/${id}.json is no file of drafts: factdeck check says where; mend it, or delete it.`,
    )
  return read.data
}

/**
 * The drafts of an article that have a sentence, or that a model made, each judged as if it were saved: what
 * the page shows of them is marked before anybody reads it.
 */
export function draftsView(id: string, unit: ReadUnit, reader: Reader | undefined): DraftView[] {
  const file = draftFileOf(id, unit)
  if (!file || file.drafts.length === 0) return []
  const article = articleOf(id, unit.texts)
  if (article.sha256 !== file.sha256) return []
  const [, raw] = unit.drafts.find(([name]) => name === `drafts/${id}.json`)!
  const values = (raw as { drafts: unknown[] }).drafts
  // What a model was told anywhere in the article may be what it says of any passage.
  const told = speaksToMachines(article.text)
  return file.drafts.flatMap((draft, index): DraftView[] => {
    const { fact, by, reasons, newActors, disagreements, sums } = draft
    if (by === 'article' && fact.statement === '') return []
    const judged = judgedSentence(fact, unit, reader)
    return [
      {
        index,
        value: values[index],
        by,
        ...judged,
        problems: [...judged.problems, ...(by === 'model' && told !== undefined ? [maybeTold(told)] : [])],
        proposal: {
          fact: (values[index] as { fact: Record<string, unknown> }).fact,
          reasons,
          newActors: newActors.map(({ role, ...actor }) => ({
            ...actor,
            ...(role === undefined ? {} : { role }),
          })),
          disagreements,
          sums: sums.map(({ arithmetic, because }) => ({ arithmetic: { ...arithmetic }, because })),
        },
      },
    ]
  })
}

function maybeTold(words: string): DraftFinding {
  return {
    severity: 'warning',
    rule: 'draft/speaks-to-machines',
    message: `Unexpected words to a machine in the article ("${words}"), expected it to speak to people`,
    notes: ['a model may have done what they say; read its sentence against the passage with care'],
    path: [],
  }
}

/** A sentence with what the checks say of it and its words. */
export function judgedSentence(
  fact: {
    statement: string
    short: string
    evidence: readonly { source: string; start: number; end: number }[]
  },
  unit: ReadUnit,
  reader: Reader | undefined,
): JudgedSentence {
  const [first] = fact.evidence
  const source = first?.source ?? ''
  const { words, problems } = judgeFact(
    {
      // The short form is made on the page.
      draft: { ...fact, short: fact.short || 'short form', evidence: [...fact.evidence] },
      actors: [],
      pin: {
        source,
        passages: fact.evidence
          .filter((each) => each.source === source)
          .map(({ start, end }) => ({ start, end })),
      },
    },
    unit,
    reader,
  )
  return {
    statement: fact.statement,
    words,
    problems: problems.filter(
      ({ path }) => path[0] !== 'short' && (fact.statement !== '' || path[0] !== 'statement'),
    ),
  }
}
