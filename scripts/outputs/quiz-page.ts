// The page of a quiz, which is an output of its own and goes into packages for other systems.

import type { FactView } from '../../contract/fact-view.ts'
import type { PlayerBank } from '../../contract/player-view.ts'
import { ownWords, typeOf } from '../../question-types/types.ts'
import type { BankView, QuestionView } from '../../contract/question-view.ts'
import { swatchCss } from '../../contract/status.ts'
import { messagesFor } from '../../contract/messages/registry.ts'
import { wordsIn } from '../../contract/messages/wording.ts'
import { jsonInPage } from '../render/inline.ts'
import { pageFonts } from '../render/page-fonts.ts'
import { hashOf, pagePolicy } from '../render/page-policy.ts'
import type { PageCode, QuizPlayer } from '../render/quiz-player.ts'
import type { Templates } from '../render/templates.ts'

/** Pages of a build, which several outputs pack: of hundreds of quizzes the last ones, since each weighs 200 kB. */
const made = new Map<BankView, { templates: Templates; player: QuizPlayer; page: Promise<string> }>()
const mostHeld = 100

/**
 * The page of a bank: HTML that loads nothing. Its interface speaks the bank's language where there are
 * messages for it, otherwise English; the content keeps its own `lang`. The same bank gives the same bytes, and is made once for one player.
 */
export function quizPage(bank: BankView, templates: Templates, player: QuizPlayer): Promise<string> {
  const before = made.get(bank)
  if (before?.templates === templates && before.player === player) return before.page
  const page = makePage(bank, templates, player)
  made.delete(bank)
  made.set(bank, { templates, player, page })
  const [oldest] = made.keys()
  if (made.size > mostHeld && oldest) made.delete(oldest)
  return page
}

async function makePage(bank: BankView, templates: Templates, player: QuizPlayer): Promise<string> {
  const messages = messagesFor(bank.language)
  const { quiz: words } = messages
  const { tag: language, direction } = messages.language
  const { id, title, summary, minutes, unit, objectives } = bank
  const data: Omit<PlayerBank, 'questions'> = {
    id,
    title,
    summary,
    minutes,
    language: bank.language,
    unit,
    objectives,
  }
  const asked = askedQuestions(bank.questions, language)
  const code = player.forTypes(asked.folders)
  const fonts = await pageFonts(messages.language, () => JSON.stringify([bank, words, asked.own]), bank.fonts)
  const css = `\n${code.css}\n${asked.looks}\n${fonts}`
  const js = scriptOf(code)
  return templates.render('quiz/page.njk', {
    background: messages.background,
    glosses: bank.glosses ?? [],
    ...(bank.marked ? { marked: bank.marked } : {}),
    bank: { ...data, foreign: bank.language !== language },
    language,
    direction,
    words: words.page,
    counts: wordsIn(language)(words.page.counts, { questions: bank.questions.length, minutes }),
    questions: asked.questions,
    facts: asked.facts,
    explorer: '',
    data: jsonInPage({ bank: data, words: words.player, own: asked.own, language }),
    css,
    js: js.text,
    policy: pagePolicy({ scripts: [js.hash], styles: [hashOf(css)], fonts: fonts !== '' }),
  })
}

const scripts = new WeakMap<PageCode, { text: string; hash: string }>()

/** The script as it stands in a page, and as the policy names it. */
function scriptOf(code: PageCode): { text: string; hash: string } {
  const known = scripts.get(code)
  if (known) return known
  const text = `\n${code.js}\n`
  const script = { text, hash: hashOf(text) }
  scripts.set(code, script)
  return script
}

/** Questions as a page with the player holds them; each fact once, by its number. */
export function askedQuestions(
  questions: readonly QuestionView[],
  language: string,
): {
  questions: object[]
  facts: { id: string }[]
  looks: string
  own: Record<string, object | undefined>
  folders: string[]
} {
  const facts = [
    ...new Map(questions.flatMap((question) => question.facts.map((fact) => [fact.id, fact]))).values(),
  ]
  const placeOf = new Map(facts.map(({ id: fact }, n) => [fact, n + 1]))
  const own = new Map(questions.map((question) => [question.kind, ownWords(question, language)]))
  return {
    questions: questions.map((question) => {
      const type = typeOf(question)
      return {
        ...question,
        facts: question.facts.map((fact) => placeOf.get(fact.id)),
        folder: type.folder,
        own: own.get(question.kind),
        key: type.key(question),
        hash: question.hash.slice(0, 8),
      }
    }),
    facts: facts.map((fact) => ({ ...fact, evidence: byArticle(fact.evidence) })),
    looks: looksOf(new Set(facts.map(({ status }) => status))),
    own: Object.fromEntries(own),
    folders: questions.map((question) => typeOf(question).folder),
  }
}

/** Styles of the marks, which stand before the words of these statuses. */
function looksOf(used: ReadonlySet<FactView['status']>): string {
  return [...used].map((status) => `[data-status=${status}] .status:before{${swatchCss(status)}}`).join('')
}

/** Evidence of one article in one piece: its places in reading order, the word for them once. */
export function byArticle(
  evidence: FactView['evidence'],
): { title: string; citation: string; places: string }[] {
  const articles = [...new Set(evidence.map(({ source }) => source))]
  return articles.map((article) => {
    const items = evidence.filter(({ source }) => source === article)
    const places = items.toSorted((a, b) => a.start - b.start || a.end - b.end).map(({ place }) => place)
    const word = /^\D*/.exec(places[0]!)![0]
    const short = places.map((place, n) =>
      n > 0 && place.startsWith(word) ? place.slice(word.length) : place,
    )
    return { title: items[0]!.title, citation: items[0]!.citation, places: short.join(', ') }
  })
}
