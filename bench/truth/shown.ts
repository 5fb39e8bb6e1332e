// `npm run bench -- shown`: what is said of texts beside the statements when a figure, a year or a name in
// them is changed: labels, notes, readings, stems, hints, reasons, headings, objectives.

import { openReader } from '../../scripts/commands/open-reader.ts'
import { deckTexts } from '../../scripts/decks/shown-texts.ts'
import { loadOutlines } from '../../scripts/decks/outlines.ts'
import { checkFactEvidence } from '../../scripts/facts/evidence/check-evidence.ts'
import { textsBeside } from '../../scripts/facts/evidence/texts-beside.ts'
import { loadFactBase, type Entry } from '../../scripts/facts/fact-base.ts'
import type { Fact } from '../../scripts/facts/fact-schema.ts'
import { checkShownTexts, proofOf, type ShownTexts } from '../../scripts/facts/shown-texts.ts'
import { loadBanks } from '../../scripts/questions/banks.ts'
import { unitTexts } from '../../scripts/facts/unit-texts.ts'
import { questionTexts } from '../../scripts/questions/shown-texts.ts'
import { readArticles, readContentFolder } from '../../scripts/source/content-folder.ts'
import { ArticleText } from '../../scripts/source/normalise.ts'
import { packageRoot } from '../measure.ts'

const changes: readonly (readonly [string, RegExp, (text: string) => string])[] = [
  ['year', /(?<![\d,.])(?:19|20)\d\d(?![\d,])/, (year) => String(Number(year) - 3)],
  [
    'figure',
    /(?<![\p{L}\d,.-])(?!(?:19|20)\d\d\b)\d[\d,]*\d(?![\d-])/u,
    (figure) => String(Number(figure.replaceAll(',', '')) * 7 + 1),
  ],
  ['name', /(?<=[\p{Ll},] )\p{Lu}\p{Ll}{4,}(?=[ ,.’])/u, () => 'Portugal'],
]

/** One mutant a text and change, where it has a hold. */
function mutants(text: string): { what: string; changed: string }[] {
  return changes.flatMap(([what, pattern, turn]) => {
    const changed = text.replace(pattern, turn)
    return changed === text ? [] : [{ what, changed }]
  })
}

/** Measures the sample content; Markdown. Throws where it cannot be read. */
export async function measureShown(articlesFolder: string): Promise<string> {
  const folder = (await readContentFolder(packageRoot)).value
  const base = folder && loadFactBase(folder.facts).value
  if (!folder || !base) throw new Error('The sample content cannot be read')
  const articles = await readArticles(articlesFolder)
  const reader = await openReader(base.unit.language)
  const texts = new Map(
    Array.from(base.sources.values(), ({ value }) => [
      value.id,
      new ArticleText(articles.get(value.file) ?? ''),
    ]),
  )
  const rows = new Map<string, { texts: number; flagged: number; caught: Map<string, [number, number]> }>()
  const rowOf = (kind: string) => {
    const known = rows.get(kind) ?? { texts: 0, flagged: 0, caught: new Map() }
    rows.set(kind, known)
    return known
  }
  const count = (kind: string, what: string, caught: boolean): void => {
    const cell = rowOf(kind).caught.get(what) ?? [0, 0]
    rowOf(kind).caught.set(what, [cell[0] + (caught ? 1 : 0), cell[1] + 1])
  }

  for (const entry of base.facts.values()) {
    const said = (value: Fact): number =>
      checkFactEvidence({ ...entry, value } as Entry<Fact>, texts, base, reader).filter(
        ({ message }) => !/excuse/.test(message),
      ).length
    const before = said(entry.value)
    for (const { kind, text, path } of textsBeside(entry.value)) {
      rowOf(kind).texts++
      rowOf(kind).flagged += before > 0 ? 1 : 0
      for (const { what, changed } of mutants(text))
        count(kind, what, said(withText(entry.value, path, changed)) > before)
    }
  }

  const decks = new Set(folder.slides.map(({ file }) => file.replace(/^slides\/|\.json$/g, '')))
  const banks = loadBanks(folder.questions, base, decks).value
  const outlines =
    loadOutlines(folder.slides, base, banks?.questions ?? new Map(), folder.markdown).value ?? []
  const proof = proofOf(base, texts, reader)
  const groups: ShownTexts[] = [
    ...unitTexts(base),
    ...(banks ? questionTexts(banks, base) : []),
    ...deckTexts(outlines, { base, questions: banks?.questions ?? new Map(), markdown: folder.markdown }),
  ]
  for (const group of groups)
    for (const [index, shown] of group.texts.entries()) {
      const said = (text: string): number =>
        checkShownTexts(
          [{ ...group, texts: group.texts.with(index, { ...shown, text }) }],
          base,
          proof,
        ).filter(({ rule }) => rule !== 'shown/excuse-needed').length
      const before = said(shown.text)
      rowOf(shown.kind).texts++
      rowOf(shown.kind).flagged += before > 0 ? 1 : 0
      for (const { what, changed } of mutants(shown.text)) count(shown.kind, what, said(changed) > before)
    }

  const cells = [...rows].map(([kind, { texts: number, flagged, caught }]) => [
    kind,
    String(number),
    String(flagged),
    ...changes.map(([what]) => {
      const [hits, all] = caught.get(what) ?? [0, 0]
      return all === 0 ? '–' : `${hits} of ${all}`
    }),
  ])
  return [
    ['text', 'texts', 'genuine flagged', ...changes.map(([what]) => `${what} changed: caught`)],
    ['---', ...[0, ...changes, 0].map(() => '---:')],
    ...cells,
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
}

function withText(fact: Fact, path: readonly (string | number)[], text: string): Fact {
  const copy = structuredClone(fact)
  let at = copy as unknown as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>
  at[path.at(-1)!] = text
  return copy
}
