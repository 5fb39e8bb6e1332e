// QTI 2.1, 2.2 and 3.0 (1EdTech): a package with an item for each question and a test for each quiz.

import { asOneChoice, matchable, type Description } from '../../../contract/question-description.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import type { ExportName } from '../../../contract/export-names.ts'
import { zip, type ArchiveFile } from '../../render/zip.ts'
import { held } from '../holding.ts'
import { exportOf, type Export } from './export-of.ts'
import { nameOf, type ExportedQuestion } from './exported-question.ts'
import { reasonLines, type ReasonWords } from './reasons.ts'

interface Version {
  name: ExportName
  label: string
  namespace: string
  package: {
    namespace: string
    metadata: string
    schema: string
    version: string
    item: string
    test: string
  }
  /** What is written for 2.x, in the words of this version. */
  renamed(xml: string): string
}

const lom = 'http://ltsc.ieee.org/xsd/LOM'

/** `exports/qti21/questions.zip`. */
export const qti21 = qti({
  name: 'qti21',
  label: 'QTI 2.1',
  namespace: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
  package: {
    namespace: 'http://www.imsglobal.org/xsd/imscp_v1p1',
    metadata: lom,
    schema: 'QTIv2.1 Package',
    version: '1.0.0',
    item: 'imsqti_item_xmlv2p1',
    test: 'imsqti_test_xmlv2p1',
  },
  renamed: (xml) => xml,
})

/** `exports/qti22/questions.zip`. */
export const qti22 = qti({
  name: 'qti22',
  label: 'QTI 2.2',
  namespace: 'http://www.imsglobal.org/xsd/imsqti_v2p2',
  package: {
    namespace: 'http://www.imsglobal.org/xsd/imscp_v1p1',
    metadata: lom,
    schema: 'QTIv2.2 Package',
    version: '1.0.0',
    item: 'imsqti_item_xmlv2p2',
    test: 'imsqti_test_xmlv2p2',
  },
  renamed: (xml) => xml,
})

/** `exports/qti3/questions.zip`. */
export const qti3 = qti({
  name: 'qti3',
  label: 'QTI 3.0',
  namespace: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
  package: {
    namespace: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
    metadata: lom,
    schema: 'QTI Package',
    version: '3.0.0',
    item: 'imsqti_item_xmlv3p0',
    test: 'imsqti_test_xmlv3p0',
  },
  renamed: inQti3,
})

function qti({ name, label, namespace, package: packed, renamed }: Version): Export {
  return exportOf({
    name,
    makes: `${label} packages`,
    // Identifiers are stable; whether a second import replaces is up to the system.
    holds: held({
      own: [
        'reasons',
        'tags',
        'choice',
        'choices',
        'number',
        'order',
        'match',
        'text',
        'cloze',
        'formula',
        'picture',
      ],
    }),
    async emit(banks, content, { render: { templates } }) {
      const { language } = content.unit
      const { exports: words } = messagesFor(language)
      const view = {
        namespace,
        language,
        words,
        package: packed,
        ...(content.marked ? { marked: content.marked } : {}),
        banks: banks.map((bank) => ({
          identifier: `t.${bank.id}`,
          path: `tests/${bank.id}.xml`,
          title: bank.title,
          items: bank.questions.map((question) => ({
            ...itemOf(question, words),
            wrapped: name === 'qti3',
            path: `items/${bank.id}/${question.id}.xml`,
          })),
        })),
      }
      const files: ArchiveFile[] = [
        ['imsmanifest.xml', templates.render('exports/qti/manifest.xml.njk', view)],
        ...view.banks.flatMap((bank): ArchiveFile[] => [
          [bank.path, renamed(templates.render('exports/qti/test.xml.njk', { ...view, bank }))],
          ...bank.items.map((item): ArchiveFile => [
            item.path,
            renamed(templates.render('exports/qti/item.xml.njk', { ...view, item })),
          ]),
        ]),
      ]
      return [{ path: 'questions.zip', data: zip(files) }]
    },
  })
}

/** What the template of an item takes. */
function itemOf(question: ExportedQuestion, words: ReasonWords) {
  const { described } = question
  const choice = described.form === 'choice' || described.form === 'verdict'
  return {
    identifier: `q.${question.uid.replace('/', '.')}`,
    name: nameOf(question),
    prompt: described.prompt,
    hint: question.hint,
    facts: question.facts,
    tags: question.tags,
    feedback: [described.feedback, ...(choice ? [] : reasonLines(described, words))].filter(
      (line) => line !== '',
    ),
    ...asked(described),
  }
}

function asked(described: Description): object {
  switch (described.form) {
    case 'verdict':
      return asked(asOneChoice(described))
    case 'choice':
      return {
        interaction: 'choice',
        many: described.many,
        shuffles: true,
        choices: described.choices.map((choice, n) => ({
          identifier: `c${n}`,
          text: choice.text,
          feedback: choice.feedback,
          fixed: choice.pin !== undefined,
        })),
        responses: [
          {
            ...response(described.many ? 'multiple' : 'single', 'identifier'),
            right: described.choices.flatMap(({ right }, n) => (right ? `c${n}` : [])),
          },
        ],
      }
    case 'number':
      return {
        interaction: 'number',
        low: described.low,
        high: described.high,
        pieces: [
          { identifier: 'RESPONSE', length: 12 },
          { text: described.unit === '' ? '' : ` ${described.unit}` },
        ],
        responses: [{ ...response('single', 'float'), right: [described.value] }],
      }
    case 'order':
      return {
        interaction: 'order',
        choices: described.items.map(({ text }, n) => ({ identifier: `c${n}`, text })),
        responses: [{ ...response('ordered', 'identifier'), right: described.items.map((_, n) => `c${n}`) }],
      }
    case 'match': {
      const texts = matchable(described)
      return {
        interaction: 'match',
        left: described.pairs.map(({ left }, n) => ({ identifier: `l${n}`, text: left })),
        right: texts.map((text, n) => ({ identifier: `r${n}`, text })),
        responses: [
          {
            ...response('multiple', 'directedPair'),
            right: described.pairs.map(({ right }, n) => `l${n} r${texts.indexOf(right)}`),
          },
        ],
      }
    }
    case 'text':
      return {
        interaction: 'text',
        pieces: [
          { identifier: 'RESPONSE', length: Math.max(...described.accepted.map(({ length }) => length)) },
        ],
        responses: [
          {
            ...response('single', 'string'),
            right: described.accepted.slice(0, 1),
            mapped: described.accepted,
            share: 1,
          },
        ],
      }
    case 'cloze': {
      const gaps = described.text.filter((piece) => typeof piece !== 'string')
      return {
        interaction: 'text',
        pieces: described.text.map((piece) =>
          typeof piece === 'string'
            ? { text: piece }
            : {
                identifier: `G${gaps.indexOf(piece)}`,
                length: Math.max(...piece.accepted.map(({ length }) => length)),
              },
        ),
        responses: gaps.map(({ accepted }, n) => ({
          ...response('single', 'string'),
          identifier: `G${n}`,
          right: accepted.slice(0, 1),
          mapped: accepted,
          share: 1 / gaps.length,
        })),
      }
    }
  }
}

function response(cardinality: string, baseType: string) {
  return { identifier: 'RESPONSE', cardinality, baseType }
}

/** Elements of HTML keep their names in QTI 3. */
const htmlElements = new Set(
  (
    'p em strong small code br img math mrow mi mn mo mtext mspace msup msub msubsup mfrac msqrt mroot mover munder ' +
    'munderover mtable mtr mtd mstyle mpadded mphantom menclose'
  ).split(' '),
)

/**
 * QTI 3.0 calls what 2.x calls `simpleChoice` `qti-simple-choice`, and its attributes `maxChoices`
 * `max-choices`; nothing else differs in what we use (1EdTech, "QTI v3 Beginner's Guide"). Text holds no "<"
 * and attributes no quotation marks, since both are escaped.
 */
function inQti3(xml: string): string {
  const renamed = xml.replaceAll(
    /<(\/?)([a-zA-Z]+)([^<>]*)>/g,
    (tag, slash: string, name: string, rest: string) =>
      htmlElements.has(name)
        ? tag
        : `<${slash}qti-${kebab(name)}${rest.replaceAll(/ ([a-zA-Z]+)="/g, (_, attribute: string) => ` ${kebab(attribute)}="`)}>`,
  )
  // Players that are made with Vue take an item for one of their templates, where "{{ }}" runs. To a parser
  // of XML a comment is nothing; in attributes there is none, and nothing runs.
  return renamed.replaceAll(/\{(?=\{[^<>]*<)/g, '{<!-- -->')
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
