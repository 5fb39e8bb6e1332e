import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openReader } from '../../scripts/commands/open-reader.ts'
import type { ChoiceQuestion } from '../../question-types/choice/choice-schema.ts'
import { addKeys, countKeys, noKeys, type KeyCount } from '../keys/moved-keys.ts'
import { judgeClaims, type JudgedClaim } from '../keys/claims.ts'
import { countTurned, turnKeys } from '../keys/turned.ts'
import { packageRoot } from '../measure.ts'
import { hasOptions, otherUnits, readUnit, tuned } from '../keys/units.ts'
import type { Judgement } from '../part.ts'
import { share, type Row } from '../table.ts'
import { openKinds } from '../truth/kinds/index.ts'
import { onceAside } from '../truth/kinds/once-aside.ts'
import { readUnit as readMeasured } from '../truth/suite.ts'

/** Of keys that were moved to another option, how many are noticed; and how many right ones are doubted. */
export const keys: Judgement = async (say) => {
  say('keys')
  const groups = [
    { name: 'the half of the sample that was tuned on', roots: ['.'], wants: tuned },
    { name: 'the other half', roots: ['.'], wants: (id: string) => !tuned(id) },
    { name: 'four other units', roots: otherUnits, wants: () => true },
  ]
  const rows: Row[] = []
  let all = noKeys
  for (const { name, roots, wants } of groups) {
    const count = await countIn(roots, wants)
    all = addKeys(all, count)
    rows.push(...shown(name, count))
  }
  const bare = await countIn(['.', ...otherUnits], () => true, withoutTrueOf)
  const mute = await countIn(['.', ...otherUnits], () => true, withoutReasons)
  const turned = await countOthers()
  const claims = await judgedClaims()
  return [
    ...rows,
    ...turned,
    ...claims,
    ...shown('all', all, { caught: 0.9, doubted: 0.05 }),
    ...shown('all, every `trueOf` taken out', bare),
    ...shown('all, every reason taken out as well', mute),
  ]
}

async function countIn(
  roots: readonly string[],
  wants: (id: string) => boolean,
  change: (question: ChoiceQuestion) => ChoiceQuestion = (question) => question,
): Promise<KeyCount> {
  let count = noKeys
  for (const root of roots) {
    const { base, banks } = await readUnit(root)
    for (const bank of banks.banks)
      for (const question of bank.value.questions.filter(hasOptions))
        if (wants(question.id)) count = addKeys(count, countKeys(change(question), bank, base))
  }
  return count
}

/** Questions that are no choice, by what is turned in them. */
async function countOthers(): Promise<Row[]> {
  const reader = await openReader('en')
  const counts = new Map<string, KeyCount>()
  for (const root of ['.', ...otherUnits]) {
    const { base, banks } = await readUnit(root)
    for (const bank of banks.banks)
      for (const question of bank.value.questions)
        for (const [what, wrong] of turnKeys(question))
          counts.set(
            what,
            addKeys(counts.get(what) ?? noKeys, countTurned(question, wrong, bank, base, reader)),
          )
  }
  return [...counts].flatMap(([what, count]) => shown(what, count))
}

/** Claims made of the statements of all units and of their mutants; with the articles, and without. */
async function judgedClaims(): Promise<Row[]> {
  const sample = { root: packageRoot, articles: join(packageRoot, '../shared/articles') }
  const fixtures = otherUnits.map((root) => ({
    root: join(packageRoot, root),
    articles: join(packageRoot, 'tests/fixtures/articles'),
  }))
  const units = [...(existsSync(sample.articles) ? [sample] : []), ...fixtures]
  const read = await Promise.all(units.map(({ root, articles }) => readMeasured(root, root, articles)))
  const kinds = [...openKinds, ...onceAside]
  return [true, false].flatMap((compared) => {
    const all = read.flatMap((unit) => judgeClaims(unit, kinds, compared ? unit.reader : undefined))
    const how = compared ? 'with the articles' : 'without them'
    return [
      ...shownClaims(
        `verdicts of statements as claims, ${how}`,
        all.filter(({ kind }) => kind === 'statement'),
      ),
      ...shownClaims(
        `verdicts of their mutants as claims, ${how}`,
        all.filter(({ kind }) => kind !== 'statement'),
      ),
    ]
  })
}

function shownClaims(name: string, claims: readonly JudgedClaim[]): Row[] {
  const wrong = claims.filter((each) => each.wrong)
  const right = claims.filter((each) => !each.wrong)
  return shown(name, {
    wrong: wrong.length,
    caught: wrong.filter(({ rules }) => rules.length > 0).length,
    refused: wrong.filter(({ severities }) => severities.includes('error')).length,
    questions: right.length,
    doubted: right.filter(({ rules }) => rules.length > 0).length,
  })
}

function withoutTrueOf(question: ChoiceQuestion): ChoiceQuestion {
  return { ...question, options: question.options.map(({ trueOf: _trueOf, ...option }) => option) }
}

function withoutReasons(question: ChoiceQuestion): ChoiceQuestion {
  const { options } = withoutTrueOf(question)
  return { ...question, options: options.map((option) => ({ ...option, because: '–' })) }
}

function shown(name: string, count: KeyCount, goal?: { caught: number; doubted: number }): Row[] {
  const [caught, doubted] = [count.caught / count.wrong, count.doubted / count.questions]
  return [
    {
      what: `wrong keys noticed, ${name} (${count.wrong}; refused: ${share(count.refused / count.wrong)})`,
      ours: share(caught),
      ...(goal ? { target: `≥ ${share(goal.caught)}`, met: caught >= goal.caught } : {}),
    },
    {
      what: `right keys doubted, ${name} (${count.questions})`,
      ours: share(doubted),
      ...(goal ? { target: `≤ ${share(goal.doubted)}`, met: doubted <= goal.doubted } : {}),
    },
  ]
}
