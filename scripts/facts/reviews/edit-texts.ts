import { parse } from '@humanwhocodes/momoa'
import { factOf, memberOf } from '../evidence/insert-evidence.ts'

/**
 * Puts other texts into a fact of a topic file as a pure edit of its text: everything else stays byte for
 * byte. Undefined where the text is no JSON or the fact does not have these texts.
 */
export function editTexts(
  documentText: string,
  factId: string,
  texts: { statement: string; short: string },
): string | undefined {
  const mark = documentText.startsWith('\uFEFF') ? 1 : 0
  let edited = documentText.slice(mark)
  for (const [key, text] of Object.entries(texts)) {
    try {
      const fact = factOf(parse(edited, { mode: 'json', ranges: true }).body, factId)
      const value = fact && memberOf(fact, key)?.value
      if (value?.type !== 'String') return undefined
      if (value.value === text) continue
      edited =
        edited.slice(0, value.loc.start.offset) + JSON.stringify(text) + edited.slice(value.loc.end.offset)
    } catch {
      return undefined
    }
  }
  return documentText.slice(0, mark) + edited
}
