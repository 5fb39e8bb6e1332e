// One content of many texts: each is a fact with a slide of its own, and a question.

import type { ContentFiles } from './content-folder.ts'
import { tinyContent } from './content-folder.ts'

/** Fact, slide and question number `n` hold the text number `n`, alone and with marks such as `q7`. */
export function manyTexts(texts: readonly string[]): ContentFiles {
  const tiny = tinyContent()
  const evidence = [{ source: 'gazette', start: 0, end: 20, sha256: 'a'.repeat(64) }]
  return {
    ...tiny,
    'facts/carts.json': {
      topic: { id: 'carts', title: 'Carts', summary: 'How many carts there are.' },
      facts: texts.map((text, n) => ({
        id: `t${n}`,
        statement: text,
        short: `Fact ${n}`,
        status: 'reported',
        saidBy: ['quill'],
        tags: ['carts'],
        evidence,
        note: `${text} n${n}`,
      })),
    },
    'questions/carts.json': {
      ...tiny['questions/carts.json'],
      questions: texts.map((text, n) => ({
        id: `q${n}`,
        stem: `${text} q${n}`,
        facts: [`t${n}`],
        options: [
          { text, correct: true, because: `${text} k${n}` },
          { text: `${text} e${n}`, because: `${text} f${n}` },
          { text: `${text} g${n}`, because: `${text} h${n}` },
        ],
        level: 'recall',
        objective: 'count',
      })),
    },
    'slides/carts.json': {
      ...tiny['slides/carts.json'],
      minutes: 480,
      sections: [
        {
          title: 'Carts',
          slides: texts.map((_, n) => ({ facts: [`t${n}`], layout: 'statement' })),
        },
      ],
      recap: ['t0'],
    },
  }
}
