import type { ReadQuestion } from '../read-question.ts'
import { all, children, shown, textAt, xml } from './markup.ts'

/** Moodle XML as its documentation describes it. */
export function readMoodle(text: string): ReadQuestion[] {
  return children(xml(text), 'question')
    .filter((question) => question.getAttribute('type') !== 'category')
    .map((question) => {
      const type = question.getAttribute('type')
      const stem = shown(textAt(question, 'questiontext', 'text'))
      const answers = children(question, 'answer').map((answer) => ({
        fraction: Number(answer.getAttribute('fraction')),
        text: textAt(answer, 'text'),
        tolerance: Number(textAt(answer, 'tolerance')),
        feedback: shown(textAt(answer, 'feedback', 'text')),
      }))
      const read: ReadQuestion = {
        id: textAt(question, 'idnumber'),
        stem,
        hint: shown(textAt(question, 'hint', 'text')),
        tags: all(question, 'tag').map((tag) => textAt(tag, 'text')),
        texts: [
          stem,
          shown(textAt(question, 'generalfeedback', 'text')),
          ...answers.map(({ feedback }) => feedback),
        ],
      }
      switch (type) {
        case 'multichoice':
          return {
            ...read,
            options: answers.map(({ text: html, fraction, feedback }) => ({
              text: shown(html),
              right: fraction > 0,
              feedback,
              stays: textAt(question, 'shuffleanswers') === 'false',
            })),
          }
        case 'numerical': {
          const right = answers.find(({ fraction }) => fraction === 100)!
          const [value, off] = [Number(right.text), right.tolerance]
          return { ...read, range: { low: value - off, high: value + off } }
        }
        case 'ordering':
          return {
            ...read,
            items: answers.toSorted((a, b) => a.fraction - b.fraction).map((answer) => shown(answer.text)),
          }
        case 'matching':
          return {
            ...read,
            pairs: children(question, 'subquestion').map((pair): [string, string] => [
              shown(textAt(pair, 'text')),
              textAt(pair, 'answer', 'text'),
            ]),
          }
        case 'shortanswer':
          return {
            ...read,
            accepted: answers
              .filter(({ fraction }) => fraction === 100)
              .map((answer) => answer.text.replaceAll(String.raw`\*`, '*')),
          }
        case 'cloze': {
          const found = [...stem.matchAll(/\{1:SHORTANSWER:((?:\\.|[^}\\])*)\}/g)]
          const pieces = found.map(([, inner = '']) =>
            inner.split(/(?<!\\)~/).map((answer) =>
              answer
                .slice(1)
                .split(/(?<!\\)#/)
                .map(unescaped),
            ),
          )
          return {
            ...read,
            stem: stem.split('\n')[0]!,
            gaps: pieces.map((gap) => gap.map(([accepted = '']) => accepted)),
            texts: [...read.texts, ...pieces.flat(2)],
          }
        }
        default:
          throw new Error(`type ${type}`)
      }
    })
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1')
}
