// An e-book of the unit (EPUB 3.3): its facts by topic, who is who, the questions, and answers behind them.

import { directionOf, messagesFor } from '../../../contract/messages/registry.ts'
import { fill } from '../../../contract/messages/wording.ts'
import { zip } from '../../render/zip.ts'
import type { Content } from '../../decks/content.ts'
import { sha256 } from '../../source/digest.ts'
import { held } from '../holding.ts'
import { exportOf, type ExportedBank } from './export-of.ts'
import { exportedFact } from './exported-question.ts'
import { onPaper } from './on-paper.ts'
import { reasonLines } from './reasons.ts'

/** `exports/epub/unit.epub`. */
export const epub = exportOf({
  name: 'epub',
  makes: 'e-books',
  holds: held({ own: ['hint', 'formula', 'picture'] }),
  async emit(banks, content, { render: { templates } }) {
    const { unit } = content
    const { exports: words } = messagesFor(unit.language)
    const pages = [...topicPages(content), ...actorPage(content), ...banks.flatMap((bank) => quizPages(bank))]
    const view = {
      title: unit.title,
      summary: unit.summary,
      author: unit.author ?? unit.title,
      language: unit.language,
      direction: directionOf(unit.language),
      uuid: uuidOf(`${unit.title}\n${unit.language}`),
      ...(content.marked ? { marked: content.marked } : {}),
      words,
      pages,
    }
    const shown = pages.map((page): [string, string] => [
      `EPUB/${page.id}.xhtml`,
      templates.render('exports/epub/page.xhtml.njk', { ...view, page }),
    ])
    const formulas = pages.flatMap(({ id }, n) => (shown[n]![1].includes('<math') ? [id] : []))
    const data = zip(
      [
        ['mimetype', 'application/epub+zip'],
        [
          'META-INF/container.xml',
          '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n',
        ],
        ['EPUB/package.opf', templates.render('exports/epub/package.xml.njk', { ...view, formulas })],
        ['EPUB/nav.xhtml', templates.render('exports/epub/nav.xhtml.njk', view)],
        ['EPUB/style.css', templates.render('exports/epub/style.njk', {})],
        ...shown,
      ],
      ['mimetype'],
    )
    return [{ path: 'unit.epub', data }]
  },
})

interface BookPage {
  id: string
  title: string
  summary: string
  facts: object[]
  terms: { name: string; about: string }[]
  questions: object[]
  /** The page of the answers, and the other way round. */
  answers: string
  solved: object[]
  back: string
}

function bookPage(given: Pick<BookPage, 'id' | 'title'> & Partial<BookPage>): BookPage {
  return { summary: '', facts: [], terms: [], questions: [], answers: '', solved: [], back: '', ...given }
}

function topicPages({ topics, facts, unit }: Content): BookPage[] {
  const { exports: words } = messagesFor(unit.language)
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  return topics.map(({ id, title, summary, facts: ids }) =>
    bookPage({
      id: `topic-${id}`,
      title,
      summary,
      facts: ids.flatMap((each) => {
        const fact = byId.get(each)
        return fact
          ? {
              ...exportedFact(fact, words),
              anchor: `fact-${fact.id}`,
              short: fact.short,
              note: fact.note ?? '',
            }
          : []
      }),
    }),
  )
}

/** Everybody who is said to have said something, with the roles that the articles give. */
function actorPage({ facts, unit }: Content): BookPage[] {
  const { exports: words } = messagesFor(unit.language)
  const roles = new Map<string, Set<string>>()
  for (const { speakers, actors } of facts)
    for (const { name, role } of [...speakers, ...actors.map((actor) => ({ ...actor, role: undefined }))]) {
      const known = roles.get(name) ?? new Set()
      if (role !== undefined) known.add(role)
      roles.set(name, known)
    }
  const { compare } = new Intl.Collator(unit.language)
  const terms = Array.from(roles, ([name, known]) => ({ name, about: [...known].join('; ') }))
    .filter(({ about }) => about !== '')
    .toSorted((a, b) => compare(a.name, b.name))
  return terms.length === 0 ? [] : [bookPage({ id: 'actors', title: words.actors, terms })]
}

function quizPages(bank: ExportedBank): BookPage[] {
  const { exports: words } = messagesFor(bank.language)
  const [asked, answers] = [`quiz-${bank.id}`, `answers-${bank.id}`]
  return [
    bookPage({
      id: asked,
      title: fill('{title}: {what}', { title: bank.title, what: words.check }),
      summary: bank.summary,
      answers,
      questions: bank.questions.map((question) => ({
        ...onPaper(question.described, question.uid),
        anchor: `q-${question.id}`,
        prompt: question.described.prompt,
        hint: question.hint,
      })),
    }),
    bookPage({
      id: answers,
      title: fill('{title}: {what}', { title: bank.title, what: words.answers }),
      back: asked,
      solved: bank.questions.map((question) => ({
        anchor: `q-${question.id}`,
        prompt: question.described.prompt,
        key: question.described.key,
        lines: [question.described.feedback, ...reasonLines(question.described, words)].filter(
          (line) => line !== '',
        ),
        facts: question.facts,
        about: `${words.level}: ${question.levelWord}. ${words.objective}: ${question.objective} (${question.uid})`,
      })),
    }),
  ]
}

function uuidOf(name: string): string {
  const digits = sha256(name)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}
