// `npx tsx bench/key-weights.ts`: fits the weights of scripts/questions/keys/weigh.ts anew and prints them.
// Multinomial logistic regression: in each question the options compete, what an option is worth is the
// exponential of its weighed signs. A weight that would turn round what its sign means is held at nought.

import { readQuestion } from '../scripts/questions/keys/read-question.ts'
import { weighOptions, weights, type SignKind } from '../scripts/questions/keys/weigh.ts'
import { typeOf } from '../question-types/types.ts'
import { readUnit, tuned } from './keys/units.ts'

const penalty = 0.3
const rate = 0.02
const rounds = 3000

const kinds = Object.keys(weights) as SignKind[]
const { base, questions } = await readUnit('.')
const groups = questions
  .filter(({ id }) => tuned(id))
  .map((question) =>
    weighOptions(
      readQuestion(question, typeOf(question).parts(question, base).choices, base, base.language.keys!),
      base,
      base.language.keys!,
    ).map(({ asked, signs }) => ({
      key: asked.choice.right,
      sizes: kinds.map((kind) => signs.find((sign) => sign.kind === kind)?.size ?? 0),
    })),
  )
const fitted = kinds.map(() => 0)
for (let round = 0; round < rounds; round++) {
  const slope = fitted.map((weight) => -penalty * weight)
  for (const options of groups) {
    const worth = options.map(({ sizes }) =>
      Math.exp(sizes.reduce((sum, size, at) => sum + size * fitted[at]!, 0)),
    )
    const all = worth.reduce((sum, each) => sum + each, 0)
    const keys = options.filter(({ key }) => key).length
    for (const [index, { key, sizes }] of options.entries())
      for (const [at, size] of sizes.entries())
        slope[at]! += size * ((key ? 1 / keys : 0) - worth[index]! / all)
  }
  for (const [at, kind] of kinds.entries()) {
    const next = fitted[at]! + rate * slope[at]!
    fitted[at] = Math.sign(next) === Math.sign(weights[kind]) ? next : 0
  }
}
for (const [at, kind] of kinds.entries()) console.log(`${kind}: ${fitted[at]!.toFixed(1)}`)
