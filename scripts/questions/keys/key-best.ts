import { error, warning } from '../../diagnostics/diagnostic.ts'
import { whatToDo, type KeyRule } from './key-rule.ts'
import { weighOptions, weights, type Weighed } from './weigh.ts'

/** How much better a distractor may be supported than a key before it is said, and before it is an error. */
const margins = { warning: 0.35, error: 1.5 }

/** No distractor is better supported by the facts, and by the author's own reasons, than a key. */
export const keyBest: KeyRule = (asked, place, base, words) => {
  const weighed = weighOptions(asked, base, words)
  const best = weighed.filter((each) => !each.asked.choice.right).toSorted((a, b) => b.sum - a.sum)[0]
  if (!best) return []
  return weighed.flatMap((key) => {
    const lead = best.sum - key.sum
    if (!key.asked.choice.right || lead <= margins.warning) return []
    // That the facts do not have it is an error by itself.
    if (key.signs.some(({ kind }) => kind === 'notInFacts')) return []
    const say = lead > margins.error ? error : warning
    return [
      say(
        place.in(...key.asked.choice.path).location,
        'question/key-best',
        `Unexpected key "${key.asked.text}" of "${asked.question.id}", expected "${best.asked.text}", which its facts and reasons support better`,
        ...reasons(best, key),
        `${whatToDo(best.asked.text)}; if the key is right, say in "keyStands" why`,
      ),
    ]
  })
}

/** What made the difference: the strongest signs for the one and against the other. */
function reasons(best: Weighed, key: Weighed): string[] {
  return [...strongest(best, 1), ...strongest(key, -1)]
}

function strongest({ asked: { text }, signs }: Weighed, sense: 1 | -1): string[] {
  const found = signs
    .map(({ kind, size, says }) => ({ weight: weights[kind] * size * sense, says }))
    .filter(({ weight, says }) => weight > 0.3 && says !== '')
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 2)
    .map(({ says }) => says)
  return found.length > 0 ? [`${sense > 0 ? 'for' : 'against'} "${text}": ${found.join('; ')}`] : []
}
