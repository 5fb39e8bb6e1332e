// Short forms often begin with who speaks or when it was, and a colon; beside a name or a date that would be
// said twice.

/**
 * The short form of a fact without the words before its colon, where all of these stand in the text beside
 * it.
 */
export function withoutLead(short: string, beside: string): string {
  const [, lead, rest] = /^([^:]+): (.+)$/u.exec(short) ?? []
  if (lead === undefined || rest === undefined) return short
  const said = new Set(wordsOf(beside))
  return wordsOf(lead).every((word) => said.has(word))
    ? rest.replace(/^./u, (first) => first.toUpperCase())
    : short
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
