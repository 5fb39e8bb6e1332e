import { sha256 } from '../../source/digest.ts'
import type { Fact } from '../fact-schema.ts'

/**
 * What a second reader agrees to: statement, short form, status, speakers (with those who pass their words
 * on), dates, quantities and the words of the passages. Anything else of a fact may change and its reviews
 * stand; so may the place of a passage in another version of the article, as long as its words are the same.
 */
export function factDigest({
  statement,
  short,
  status,
  saidBy,
  via,
  when,
  quantities,
  evidence,
}: Fact): string {
  const read = [
    statement,
    short,
    status,
    saidBy,
    via,
    when ? [when.from, when.to, when.precision, when.resolved] : undefined,
    quantities.map(({ id, label, value, low, high, unit, bound, display }) => [
      id,
      label,
      value,
      low,
      high,
      unit,
      bound,
      display,
    ]),
    evidence.map(({ source, sha256: digest }) => [source, digest]),
  ]
  // What is absent is null in JSON: the same bytes whatever order an author wrote the keys in.
  return sha256(JSON.stringify(read))
}
