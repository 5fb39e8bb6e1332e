import { currencyNames } from '../../../languages/currency-names.ts'
import type { Reader } from '../../../languages/reading.ts'
import type { FactBase } from '../../fact-base.ts'
import type { Fact } from '../../fact-schema.ts'
import type { Finding } from '../excuses.ts'
import { recordedOf, supportWords } from '../word-support.ts'

/** What a quantity counts, as a slide shows it beside the figure, stands in the statement or in a passage. */
export function unitsInEvidence(
  fact: Fact,
  passages: readonly string[],
  base: FactBase,
  reader: Reader,
): Finding[] {
  return fact.quantities.flatMap(({ id, unit }, index) => {
    const words = reader.read(unit)
    // Most units stand in the statement as they are.
    const stated = reader.read(fact.statement)
    if (words.every(({ lower }) => stated.some((word) => word.lower === lower))) return []
    const written = [fact.statement, ...passages]
    const support = supportWords(unit, { passages: written, recorded: recordedOf(fact, base) }, reader)
    return support.flatMap(({ reason, text, start, end }, at): Finding[] =>
      reason !== 'unsupported' ||
      words[at]?.kind !== 'content' ||
      currencyNames(written.join('\n'), base.unit.language).has(text.toLowerCase())
        ? []
        : [
            {
              severity: 'warning',
              rule: 'fact/unit-in-evidence',
              key: { kind: 'unit of a quantity', text: unit, path: ['quantities', index, 'unit'] },
              start,
              end,
              message: `Unexpected "${text}" in the unit of quantity "${id}" of "${fact.id}", expected what its statement and passages count`,
              notes: ['name what the article counts, or say in "notInEvidence" why it may stand'],
            },
          ],
    )
  })
}
