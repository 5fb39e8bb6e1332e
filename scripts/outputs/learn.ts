// One page to learn from: the questions of all quizzes of the unit, what is due over all of them, what to do
// next. Served over http it can be installed and works offline.

import { messagesFor, type PlayerWords } from '../../contract/messages/registry.ts'
import type { Content } from '../decks/content.ts'
import { jsonInPage } from '../render/inline.ts'
import { pageFonts } from '../render/page-fonts.ts'
import { iconPng } from '../render/icon.ts'
import { hashOf, pagePolicy } from '../render/page-policy.ts'
import type { QuizPlayer } from '../render/quiz-player.ts'
import type { Templates } from '../render/templates.ts'
import { shortDigest } from '../source/digest.ts'
import { output } from './output.ts'
import { madeFiles } from './made-links.ts'
import { askedQuestions } from './quiz-page.ts'
import { factsWithPassage, readingPackFile } from './passage-links.ts'

/** `learn.html`, with the manifest, the icon and the service worker that let it be installed. */
export const learn = output({
  name: 'learn',
  makes: 'the page to learn from',
  scope: 'unit',
  linksOthers: true,
  options: {},
  files: { page: { links: [{ words: 'learn', for: 'learners' }] } },
  async emit(content, { render, made, articles }) {
    if (content.banks.length === 0) return []
    const player = await render.quizPlayer()
    const files = madeFiles(made)
    const pack = made.some(({ path }) => path === readingPackFile)
    const inPack = new Set(pack && articles ? factsWithPassage(content, articles) : [])
    const links: Links = {
      quiz: (id) => files.showing('questions', id) ?? `quizzes/${id}.html`,
      passage: (id) => (inPack.has(id) ? `${readingPackFile}#${id}` : undefined),
    }
    const page = await learnPage(content, links, render.templates, player)
    const manifest = manifestOf(content)
    const kept = [
      ['learn.html', page],
      ['learn-icon.svg', icon],
      ['learn.webmanifest', manifest],
    ] as const
    const list = kept.map(([url, data]) => ({ url, revision: shortDigest(data) }))
    return [
      { path: 'learn.html', data: page, kind: 'page' },
      { path: 'learn-icon.svg', data: icon },
      ...iconSizes.map((size) => ({ path: `learn-icon-${size}.png`, data: iconPng(size) })),
      { path: 'learn.webmanifest', data: manifest },
      {
        path: 'learn-worker.js',
        data: player.worker.replace('self.__WB_MANIFEST', () => JSON.stringify(list)),
      },
    ]
  },
})

/** Where the page leads. */
interface Links {
  /** The page of a quiz. */
  quiz(bank: string): string
  /** The passage of a fact, where a reading pack was made that has it. */
  passage(fact: string): string | undefined
}

async function learnPage(
  { unit, banks, marked, fonts: added }: Content,
  links: Links,
  templates: Templates,
  player: QuizPlayer,
): Promise<string> {
  const messages = messagesFor(unit.language)
  const { page: words, player: playerWords, learn: own } = messages.quiz
  const { tag: language, direction } = messages.language
  const questions = banks.flatMap((bank) =>
    bank.questions.map((question) => ({ ...question, objective: `${bank.id}/${question.objective}` })),
  )
  const quizzes = banks.map((bank) => ({
    id: bank.id,
    title: bank.title,
    page: links.quiz(bank.id),
    questions: bank.questions.length,
  }))
  const data = {
    // No quiz can be called so.
    id: '_learn',
    title: unit.title,
    summary: unit.summary,
    minutes: banks.reduce((sum, { minutes }) => sum + minutes, 0),
    language: unit.language,
    unit: unit.title,
    objectives: banks.flatMap(({ id, objectives }) =>
      objectives.map((objective) => ({ ...objective, id: `${id}/${objective.id}` })),
    ),
    quizzes,
  }
  const asked = askedQuestions(questions, language)
  const code = player.forTypes(asked.folders, 'unit')
  const fonts = await pageFonts(messages.language, () => JSON.stringify([data, asked, messages.quiz]), added)
  const css = `\n${code.css}\n${asked.looks}\n${fonts}`
  const js = `\n${code.js}\n`
  return templates.render('quiz/learn.njk', {
    bank: { ...data, foreign: unit.language !== language },
    language,
    direction,
    words,
    learn: own,
    quizzes,
    questions: asked.questions,
    facts: asked.facts.map((fact) => ({ ...fact, passage: links.passage(fact.id) })),
    explorer: 'facts.html',
    ...(marked ? { marked } : {}),
    data: jsonInPage({
      bank: data,
      words: { ...withoutTests(playerWords), learn: own },
      own: asked.own,
      language,
    }),
    css,
    js,
    policy: pagePolicy({
      scripts: [hashOf(js)],
      styles: [hashOf(css)],
      fonts: fonts !== '',
      installs: true,
    }),
  })
}

/** What the page has not: the start of one quiz, and tests. A kilobyte of its words. */
const notHere: ReadonlySet<string> = new Set(
  [
    'practiceAbout startPractice reviewAbout startReview scope scopeAll scopeMissed scopeNew dueToday nextDue',
    'nothingDue exam minutes sharedOrder ownOrder testAbout startTest underWay continueTest dropTest dropAsk',
    'keepTest testChanged limit limitMinutes leaveTest openLeft unsureLeft minuteLeft elsewhere previous finish',
    'finishAsk allQuestions placeAnswered placeOpen keysTest',
  ].flatMap((line) => line.split(' ')),
)

function withoutTests(words: PlayerWords): object {
  return Object.fromEntries(Object.entries(words).filter(([word]) => !notHere.has(word)))
}

/** What systems ask for that take no SVG. */
const iconSizes = [192, 512]

/** A card with a mark on it; it is drawn within the safe zone of masked icons. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><path fill="#0d5c63" d="M0 0h512v512H0z"/><rect x="116" y="140" width="280" height="232" rx="28" fill="#fbfaf6"/><path d="M178 256l54 54 104-108" fill="none" stroke="#1d6140" stroke-width="40" stroke-linecap="round" stroke-linejoin="round"/></svg>
`

/** The Web App Manifest (W3C). */
function manifestOf({ unit }: Content): string {
  const { direction } = messagesFor(unit.language).language
  return `${JSON.stringify({
    name: unit.title,
    short_name: unit.title.length > 30 ? `${unit.title.slice(0, 29)}…` : unit.title,
    description: unit.summary,
    lang: unit.language,
    dir: direction,
    id: 'learn.html',
    start_url: 'learn.html',
    scope: './',
    display: 'standalone',
    background_color: '#fbfaf6',
    theme_color: '#0d5c63',
    icons: [
      { src: 'learn-icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any maskable' },
      ...iconSizes.map((size) => ({
        src: `learn-icon-${size}.png`,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose: 'any maskable',
      })),
    ],
  })}\n`
}
