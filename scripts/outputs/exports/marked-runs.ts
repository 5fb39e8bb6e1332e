// The markup of texts for office formats, which set letters in runs: each with one look.

import type { Mark, MarkedTexts } from '../../../contract/marked-text.ts'

/** Letters with one look; `breaks` stands for a new line before them. */
export interface Run {
  text: string
  bold?: true
  italic?: true
  code?: true
  breaks?: true
}

/** What stands between texts that are joined to one line: "A. up to 55", "Right: up to 55 – That is …". */
const [before, after] = ['(?<=^|[.:–→·;?] )', '(?= [–→·]|; |$)']

/**
 * Reads lines as their runs: `marked` names the texts that have markup, and lines hold such texts between words of
 * ours. Of formulas and pictures a run has the letters.
 */
export function runsOf(marked: MarkedTexts): (line: string) => Run[] {
  const texts = Object.keys(marked)
    .filter((text) => text !== '')
    .toSorted((a, b) => b.length - a.length)
    .map((text) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`))
  if (texts.length === 0) return (text) => [{ text }]
  const known = new RegExp(`${before}(${texts.join('|')})${after}`, 'u')
  return (line) =>
    line
      .split(known)
      .flatMap((part, at) => (at % 2 === 1 ? runsIn(marked[part]!) : part === '' ? [] : [{ text: part }]))
}

function runsIn(marks: readonly Mark[], look: Omit<Run, 'text'> = {}): Run[] {
  const runs: Run[] = []
  let breaks = false
  const put = (run: Run): void => {
    runs.push(breaks ? { ...run, breaks } : run)
    breaks = false
  }
  for (const mark of marks)
    switch (mark.kind) {
      case 'text':
        put({ ...look, text: mark.text })
        break
      case 'code':
        put({ ...look, text: mark.text, code: true })
        break
      case 'formula':
        put({ ...look, text: mark.tex })
        break
      case 'picture':
        put({ ...look, text: mark.alt })
        break
      case 'break':
        breaks = true
        break
      default:
        runsIn(mark.marks, { ...look, [mark.kind === 'strong' ? 'bold' : 'italic']: true }).forEach(put)
    }
  return runs
}
