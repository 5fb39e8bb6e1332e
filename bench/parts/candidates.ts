import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { choiceFrom } from '../../question-types/choice/draft-choice.ts'
import { markArticle } from '../../scripts/articles/candidates.ts'
import { openReader } from '../../scripts/commands/open-reader.ts'
import { proposeFact } from '../../scripts/drafts/propose-fact.ts'
import { proposeQuestions } from '../../scripts/drafts/propose-questions.ts'
import { loadFactBase, type FactBase } from '../../scripts/facts/fact-base.ts'
import { loadBanks } from '../../scripts/questions/banks.ts'
import { questionChecks } from '../../scripts/questions/checks/index.ts'
import { readArticles, readContentFolder } from '../../scripts/source/content-folder.ts'
import { parseJson } from '../../scripts/source/json-document.ts'
import { ArticleText } from '../../scripts/source/normalise.ts'
import { packageRoot } from '../measure.ts'
import type { Judgement } from '../part.ts'
import { seconds, share, type Row } from '../table.ts'

/**
 * How well the claims of articles are found, and how far proposals are what the authors of the sample unit
 * wrote. The words by which claims show themselves were chosen on these articles.
 */
export function candidatesIn(articles = join(packageRoot, '../shared/articles')): Judgement {
  return async (say) => {
    if (!existsSync(articles)) return [{ what: `candidates: not measured, there is no folder ${articles}` }]
    say('candidates')
    const { value } = await readContentFolder(packageRoot)
    const base = loadFactBase(value?.facts ?? []).value!
    const files = await readArticles(articles)
    const texts = new Map(
      [...base.sources.values()].flatMap(({ value: { id, file } }) => {
        const raw = files.get(file)
        return raw === undefined ? [] : [[id, new ArticleText(raw)] as const]
      }),
    )
    return [
      ...coverage(base, texts),
      ...speed([...texts.values()], base),
      ...(await agreement(base, texts)),
      questions(base),
    ]
  }
}

interface Place {
  start: number
  end: number
}

function touch(a: Place): (b: Place) => boolean {
  return (b) => a.start < b.end && b.start < a.end
}

function coverage(base: FactBase, texts: ReadonlyMap<string, ArticleText>): Row[] {
  const count = { passages: 0, touched: 0, candidates: 0, used: 0 }
  for (const [source, article] of texts) {
    const { candidates } = markArticle(article, base.language)
    const passages = [...base.facts.values()]
      .flatMap(({ value }) => value.evidence)
      .filter((each) => each.source === source)
    for (const each of passages) {
      if (article.span(each.start, each.end).split(/\s+/).length <= 6) continue
      count.passages++
      if (candidates.some(touch(each))) count.touched++
    }
    count.candidates += candidates.length
    count.used += candidates.filter((each) => passages.some(touch(each))).length
  }
  const [touched, used] = [count.touched / count.passages, count.used / count.candidates]
  return [
    {
      what: `passages of more than six words that a candidate touches (${count.passages})`,
      ours: share(touched),
      target: '≥ 95 %',
      met: touched >= 0.95,
    },
    {
      what: `candidates that some fact touches (${count.candidates})`,
      ours: share(used),
      target: '≥ 60 %',
      met: used >= 0.6,
    },
  ]
}

function speed(texts: readonly ArticleText[], base: FactBase): Row[] {
  const all = texts.map(({ text }) => text).join('\n\n')
  const words = Array.from({ length: Math.ceil(20_000 / all.split(/\s+/).length) }, () => all)
    .join('\n\n')
    .split(/(?<=\s)(?=\S)/)
    .slice(0, 20_000)
    .join('')
  const times = [1, 2, 3].map(() => {
    const before = performance.now()
    markArticle(new ArticleText(words), base.language)
    return performance.now() - before
  })
  const best = Math.min(...times)
  return [
    {
      what: 'an article of 20,000 words read and marked (best of three)',
      ours: seconds(best),
      target: '≤ 1 s',
      met: best <= 1000,
    },
  ]
}

async function agreement(base: FactBase, texts: ReadonlyMap<string, ArticleText>): Promise<Row[]> {
  const reader = await openReader(base.unit.language)
  const counts = new Map<string, { same: number; all: number }>()
  const add = (what: string, same: boolean): void => {
    const count = counts.get(what) ?? { same: 0, all: 0 }
    counts.set(what, { same: count.same + (same ? 1 : 0), all: count.all + 1 })
  }
  for (const { value: fact } of base.facts.values()) {
    const [first] = fact.evidence
    const article = first && texts.get(first.source)
    if (!first || !article) continue
    const { value: source } = base.sources.get(first.source)!
    const { fact: draft } = proposeFact(first, { base, source, article, ...(reader ? { reader } : {}) })
    add('status', draft.status === fact.status)
    if (fact.saidBy.length > 0)
      add(
        'speaker, where there is one',
        fact.saidBy.some((id) => draft.saidBy.includes(id)),
      )
    else add('no speaker, where there is none', draft.saidBy.length === 0)
    for (const id of fact.actors) add('actors of a fact that are proposed', draft.actors.includes(id))
    for (const { value, low, high, bound } of fact.quantities) {
      const found = draft.quantities.find(
        (each) => each.value === value && each.low === low && each.high === high,
      )
      add('figures that are proposed', found !== undefined)
      if (found) add('their bounds', found.bound === bound)
    }
    if (fact.when) add('date', draft.when?.from === fact.when.from && draft.when?.to === fact.when.to)
  }
  return [...counts].map(([what, { same, all }]) => ({
    what: `proposed as the authors wrote it: ${what} (${all})`,
    ours: share(same / all),
  }))
}

function questions(base: FactBase): Row {
  const { asked, refused } = judgeProposals(base)
  return {
    what: `proposed questions that no check of item writing refuses (${asked})`,
    ours: share(1 - refused.length / asked),
  }
}

/**
 * What the checks refuse of all questions that are proposed for a fact base and have all their distractors.
 */
export function judgeProposals(base: FactBase): { asked: number; refused: string[] } {
  const made = [...base.facts.keys()]
    .flatMap((id) => proposeQuestions(id, base, 'all'))
    .filter(({ lacks }) => lacks === 0)
  const bank = {
    title: 'All',
    summary: 'All',
    objectives: [{ id: 'all', text: 'All' }],
    questions: made.map(choiceFrom),
  }
  const { value, diagnostics } = loadBanks(
    [parseJson('questions/all.json', JSON.stringify(bank)).value!],
    base,
  )
  const found = [...diagnostics, ...questionChecks.flatMap((check) => check(value!, base))]
  return {
    asked: made.length,
    refused: found.filter(({ severity }) => severity === 'error').map(({ message }) => message),
  }
}
