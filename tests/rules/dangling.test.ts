import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factChecks } from '../../scripts/facts/checks/index.ts'
import { checkEvidence } from '../../scripts/facts/evidence/check-evidence.ts'
import { factViews } from '../../scripts/facts/fact-views.ts'
import { loadBanks } from '../../scripts/questions/banks.ts'
import { questionChecks } from '../../scripts/questions/checks/index.ts'
import { coverage, formatCoverage } from '../../scripts/questions/coverage.ts'
import { bankViews } from '../../scripts/questions/question-views.ts'
import { articles, bank, baseOf, document, fact, question } from './content.ts'

// Some of these exist, most do not: checks run on content that other checks refuse.
const id = fc.constantFrom('a', 'b', 'constructor', 'to-string', 'quill', 'gazette')
const text = fc.constantFrom(
  'The bridge.',
  'Über 12 carts, 4 May 2019',
  '(',
  '$1 \\ [',
  '“”',
  'İ',
  'Constructor of 7 constructor',
  '3 3 3 million million',
)
const quantity = fc.record({
  id,
  label: text,
  unit: text,
  value: fc.nat(),
  bound: fc.constantFrom('exact', 'upTo'),
})
const reference = fc.record({ fact: id, quantity: id })
const anyFact = fc.record(
  {
    statement: text,
    short: text,
    saidBy: fc.array(id),
    via: fc.array(id),
    actors: fc.array(id),
    places: fc.array(text),
    quantities: fc.array(quantity),
    needs: fc.array(id),
    disagreesWith: fc.array(fc.record({ fact: id, about: text, reading: text })),
    notInEvidence: fc.array(fc.record({ text, why: text })),
    quote: fc.record({ text, by: id }),
    transfer: fc.record({ from: id, to: id, what: text }),
    arithmetic: fc.record({
      question: text,
      inputs: fc.dictionary(fc.constantFrom('x', 'constructor'), reference),
      steps: fc.array(
        fc.record({
          say: text,
          compute: fc.constantFrom('x + 1', 'constructor', '(', '(x', '1 / 0'),
          equals: fc.nat(),
          unit: text,
        }),
        { minLength: 1 },
      ),
      conclusion: text,
    }),
  },
  { requiredKeys: [] },
)
const option = fc.oneof(
  fc.record({ text, trueOf: id }, { requiredKeys: ['text'] }),
  fc.record({ quantity: reference }),
)
const anyQuestion = fc.record({
  stem: text,
  facts: fc.array(id, { minLength: 1 }),
  key: option,
  distractors: fc.array(option, { minLength: 1, maxLength: 4 }),
  hint: text,
  objective: id,
})

// As a file has it: fast-check's records have no prototype.
const clean = (value: object): object => JSON.parse(JSON.stringify(value)) as object

test('no check throws, whatever points nowhere', () => {
  fc.assert(
    fc.property(
      anyFact,
      anyFact,
      fc.array(anyQuestion, { minLength: 1, maxLength: 8 }),
      (a, b, questions) => {
        const base = baseOf([fact('a', clean(a) as never), fact('b', clean(b) as never)])
        const shapes = questions.map((each, index) => question(`q-${index}`, clean(each) as never))
        const banks = loadBanks([document('questions/x.json', bank(shapes))], base).value!
        expect(banks.banks).toHaveLength(1)
        for (const check of factChecks) check(base)
        for (const check of questionChecks) check(banks, base)
        checkEvidence(base, articles)
        const views = bankViews(banks.banks, base, factViews(base), base.unit)
        expect(views[0]!.questions).toHaveLength(questions.length)
        expect(formatCoverage(coverage(base, banks))).toContain('all facts')
      },
    ),
    { numRuns: 60 },
  )
})
