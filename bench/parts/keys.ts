import type { ChoiceQuestion } from '../../question-types/choice/choice-schema.ts'
import { addKeys, countKeys, noKeys, type KeyCount } from '../keys/moved-keys.ts'
import { hasOptions, otherUnits, readUnit, tuned } from '../keys/units.ts'
import type { Judgement } from '../part.ts'
import { share, type Row } from '../table.ts'

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
  return [
    ...rows,
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
