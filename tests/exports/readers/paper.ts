// Markdown, by the parser that Slidev has.

import { createMarkdownExit } from 'markdown-exit'
import type { ReadQuestion } from '../read-question.ts'
import { shown } from './markup.ts'

/**
 * A question and its answers are pieces below a heading; the last of them ends with the id in code. Where all
 * answers stand after all questions, the pieces of one go together by their number.
 */
export async function readMarkdown(text: string): Promise<ReadQuestion[]> {
  const html = await createMarkdownExit({ html: false, xhtmlOut: true }).render(
    text.replace(/^---\n[^]*?\n---\n|^<!--\n[^]*?-->/, ''),
  )
  const pieces = html
    .split('<h2>')
    .slice(1)
    .map((piece) => piece.replace(/<h1>[^]*$/, ''))
  const apart = pieces.slice(0, pieces.length / 2).every((piece) => !named(piece))
  const whole = apart
    ? pieces.slice(pieces.length / 2).map((piece, n) => `${pieces[n]!}<h2>${piece}`)
    : pieces.reduce<string[]>(
        (found, piece, n) =>
          n === 0 || named(pieces[n - 1]!)
            ? [...found, piece]
            : [...found.slice(0, -1), `${found.at(-1)!}<h2>${piece}`],
        [],
      )
  return whole.map((piece) => {
    const [, id = ''] = /<code>([^<]*)<\/code>/.exec(piece) ?? []
    return { id, stem: '', texts: [shown(`<h2>${piece}`)] }
  })
}

/** The same with what LiaScript marks: choices in brackets, hints behind `[[?]]`. */
export async function readLiaScript(text: string): Promise<ReadQuestion[]> {
  const sources = text.split(/^## /m).slice(1)
  return (await readMarkdown(text)).map((read, n) => {
    const source = sources[n]!
    const options = [...source.matchAll(/^\[[([]([X ])[)\]]\] (.*)$/gm)].map(([, mark, option = '']) => ({
      text: plain(option),
      right: mark === 'X',
    }))
    const [, hint] = /^\[\[\?\]\] (.*)$/m.exec(source) ?? []
    return {
      ...read,
      stem: plain(source.split('\n')[0]!.replace(/^\d+\\\. /, '')),
      ...(options.length > 0 ? { options } : {}),
      ...(hint === undefined ? {} : { hint: plain(hint) }),
    }
  })
}

function named(piece: string): boolean {
  return piece.includes('<code>')
}

function plain(line: string): string {
  return line.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
}
