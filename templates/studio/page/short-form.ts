/** What a slide holds of a statement. */
const most = 60

/**
 * A first short form of a statement: the whole of it where it fits, else its beginning up to the last place
 * at which a sentence can pause, else up to the last whole word.
 */
export function shortFrom(statement: string): string {
  const text = statement.trim().replaceAll(/\s+/g, ' ').replace(/[.!]$/, '')
  if (text.length <= most) return text
  const start = text.slice(0, most + 1)
  const pause = Math.max(...[', ', '; ', ': ', ' – '].map((mark) => start.lastIndexOf(mark)))
  const cut = pause >= 30 ? start.slice(0, pause) : start.slice(0, start.lastIndexOf(' '))
  return cut.replace(/(?:[\s,;:–]+|\s(?:the|a|an|of|to|in|on|at|for|and|or|by|with|that|from))+$/i, '').trim()
}
