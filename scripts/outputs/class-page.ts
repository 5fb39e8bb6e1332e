// The page on which a teacher looks at the results of a class: files go in, figures come out, nothing is sent.

import { directionOf, messagesFor } from '../../contract/messages/registry.ts'
import { fill } from '../../contract/messages/wording.ts'
import { jsonInPage } from '../render/inline.ts'
import { pageFonts } from '../render/page-fonts.ts'
import { hashOf, pagePolicy } from '../render/page-policy.ts'
import { output } from './output.ts'

/** `class.html`: scores, difficulty, discrimination, distractors, certainty, doubtful keys. */
export const classPage = output({
  name: 'class',
  makes: 'the page on how a class did',
  scope: 'unit',
  options: {},
  files: { page: { links: [{ words: 'class', for: 'teachers' }] } },
  async emit({ unit, banks, fonts: added }, { render: { templates } }) {
    if (banks.length === 0) return []
    const messages = messagesFor(unit.language)
    const { site: words } = messages
    const fonts = await pageFonts(messages.language, () => JSON.stringify([unit.title, words, banks]), added)
    const style = `${templates.render('site/site.css', {})}${templates.render('site/class-page.css', {})}${fonts}`
    const script = `${templates.render('site/class-files.js', {})}${templates.render('site/class-page.js', {})}`
    const questions = banks.flatMap(({ id: quiz, questions: own, objectives }) =>
      own.map(({ id, stem, objective }) => ({
        id,
        quiz,
        stem,
        objective: objectives.find((each) => each.id === objective)?.text ?? objective,
      })),
    )
    const data = templates.render('site/class.njk', {
      language: unit.language,
      direction: directionOf(unit.language),
      unit: unit.title,
      title: words.class.title,
      lead: fill(words.class.lead, {
        csv: messages.quiz.player.downloadCsv,
        progress: messages.quiz.player.exportFile,
      }),
      words,
      marks: [],
      style,
      script,
      policy: pagePolicy({
        scripts: [hashOf(script)],
        styles: [hashOf(style)],
        fonts: fonts !== '',
      }),
      data: jsonInPage({
        words: { ...words.class, sure: messages.quiz.player.sure },
        questions,
        language: messages.language.tag,
      }),
    })
    return [{ path: 'class.html', data, kind: 'page' }]
  },
})
