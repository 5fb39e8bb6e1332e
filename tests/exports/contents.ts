// What the exports are tried on: our unit, hostile texts, other languages and scripts, every form of
// question.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Description } from '../../contract/question-description.ts'
import type { QuestionView } from '../../contract/question-view.ts'
import { loadContent } from '../../scripts/commands/load-content.ts'
import type { Content } from '../../scripts/decks/content.ts'
import { fact, sampleContent } from '../site/content.ts'
import { packageRoot, writeContent } from '../trust/content-folder.ts'
import { readCorpus } from '../trust/corpus.ts'
import { manyTexts } from '../trust/many-texts.ts'
import { writeEveryType } from '../question-types/every-type.ts'
import { writeMarkedUnit } from '../question-types/marked-unit.ts'

async function loaded(folder: string): Promise<Content> {
  const { planned, diagnostics } = await loadContent(folder)
  if (!planned) throw new Error(JSON.stringify(diagnostics.slice(0, 3)))
  return planned
}

/** The unit of this repository. */
export const ourUnit = (): Promise<Content> => loaded(packageRoot)

/** A unit of the fixtures. */
export const fixture = (name: string): Promise<Content> => loaded(join(packageRoot, 'tests/fixtures', name))

/** The texts that hold the syntax of everything, each as stem, options, reasons and statement. */
export async function hostileUnit(): Promise<Content> {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-exports-'))
  const texts = readCorpus().filter(({ expect }) => expect === 'literal')
  await writeContent(folder, manyTexts(texts.map(({ text }) => text)))
  const content = await loaded(folder)
  await rm(folder, { recursive: true })
  return content
}

/** A quiz that has a question of every kind, as authors write them. */
export async function everyKind(): Promise<Content> {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-exports-'))
  await writeEveryType(folder)
  const content = await loaded(folder)
  await rm(folder, { recursive: true })
  return content
}

/** The same with every kind of markup in its texts. */
export async function markedUnit(): Promise<Content> {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-exports-'))
  await writeMarkedUnit(folder)
  const content = await loaded(folder)
  await rm(folder, { recursive: true })
  return content
}

/** A view that says how it describes itself; tests let `typeOf` know its kind. */
export type DescribedView = QuestionView & { kind: 'described'; described: Description }

function option(name: string, right: boolean) {
  return { name, text: `answer ${name}`, right, feedback: `because of ${name}` }
}

/** A question of every form, with all that belongs to one. */
export function everyForm(): Content {
  const content = sampleContent()
  const descriptions: Description[] = [
    {
      form: 'choice',
      many: false,
      prompt: 'Which one?',
      feedback: '',
      key: 'answer a',
      choices: [option('a', true), option('b', false), option('c', false)],
    },
    {
      form: 'choice',
      many: true,
      prompt: 'Which ones?',
      feedback: '',
      key: 'answer d; answer e',
      choices: [option('d', true), option('e', true), option('f', false)],
    },
    {
      form: 'verdict',
      prompt: 'The moon is near.',
      feedback: '',
      key: 'True: answer g',
      right: true,
      words: { true: 'True', false: 'False' },
      reasons: [option('g', true), option('h', false)],
    },
    {
      form: 'number',
      prompt: 'How many?',
      feedback: 'Counted by hand.',
      key: '12,000 tonnes',
      value: 12000,
      low: 11500,
      high: 12500,
      unit: 'tonnes',
      mistakes: [{ low: 1200, high: 1200, feedback: 'A digit is lost.' }],
    },
    {
      form: 'order',
      prompt: 'What came first?',
      feedback: 'By their dates.',
      key: 'egg, caterpillar, butterfly',
      items: ['egg', 'caterpillar', 'butterfly'].map((text) => ({
        name: text,
        text,
        feedback: `the ${text} has its time`,
      })),
    },
    {
      form: 'match',
      prompt: 'Who said what?',
      feedback: '',
      key: 'Ada: high; Ben: low',
      pairs: [
        { name: 'ada', left: 'Ada', right: 'high', feedback: 'She measured.' },
        { name: 'ben', left: 'Ben', right: 'low', feedback: 'He guessed.' },
      ],
      spare: [{ text: 'middling', feedback: 'Nobody said so.' }],
    },
    {
      form: 'text',
      prompt: 'Who built it?',
      feedback: 'It stands on the plate.',
      key: 'Ada Lind',
      accepted: ['Ada Lind', 'A. Lind'],
      mistakes: [{ texts: ['Ida Lind'], feedback: 'That is her sister.' }],
    },
    {
      form: 'cloze',
      prompt: 'Fill in.',
      feedback: '',
      key: 'bridge, 1904',
      text: [
        'The ',
        { name: 'g1', accepted: ['bridge', 'viaduct'], feedback: 'It crosses water.' },
        ' of ',
        { name: 'g2', accepted: ['1904'], feedback: 'The plate says so.' },
        '.',
      ],
    },
  ]
  const [bank] = content.banks
  content.banks = [
    {
      ...bank!,
      questions: descriptions.map((described, n): DescribedView => ({
        id: `of-${described.form}-${n}`,
        hash: `${n}`.padStart(16, '0'),
        stem: described.prompt,
        kind: 'described',
        level: 'recall',
        objective: 'measure',
        hint: `a hint for ${described.form} ${n}`,
        facts: [fact(`fact-${n}`)],
        described,
      })),
    },
  ]
  return content
}
