import type { Element } from '@xmldom/xmldom'
import type { ReadQuestion } from '../read-question.ts'
import { all, shown, textAt, xml } from './markup.ts'
import { unpacked } from './qti.ts'

/** QTI 1.2 of Canvas and of Common Cartridge. Every file of the manifest is there. */
export function readQti12(data: Uint8Array): ReadQuestion[] {
  const files = unpacked(data)
  const manifest = xml(files.get('imsmanifest.xml')!)
  for (const file of all(manifest, 'file'))
    if (!files.has(file.getAttribute('href')!)) throw new Error(`no ${file.getAttribute('href')}`)
  const ids = new Set(all(manifest, 'resource').map((resource) => resource.getAttribute('identifier')))
  for (const item of all(manifest, 'item'))
    if (item.hasAttribute('identifierref') && !ids.has(item.getAttribute('identifierref')))
      throw new Error(`no ${item.getAttribute('identifierref')}`)
  return all(manifest, 'resource')
    .filter((resource) => resource.getAttribute('type')!.startsWith('imsqti_xmlv1p2'))
    .flatMap((resource) => {
      const assessment = xml(files.get(all(resource, 'file')[0]!.getAttribute('href')!)!)
      const items = all(assessment, 'item')
      const meta = [...files].find(
        ([path]) => path === `${resource.getAttribute('identifier')}/assessment_meta.xml`,
      )
      // In classic quizzes this goes for every question, so it must not where one has an order.
      if (meta && textAt(xml(meta[1]), 'shuffle_answers') !== String(!items.some(hasOrder)))
        throw new Error(`unexpected shuffling in ${meta[0]}`)
      return items.map((item) => readItem(item, meta !== undefined))
    })
}

/** Whether options of a question stay in their places. */
function hasOrder(item: Element): boolean {
  const type = all(item, 'qtimetadatafield').map((field) => field.textContent)
  if (!type.some((text) => /multiple_(?:choice|answers)_question/.test(text ?? ''))) return false
  return (
    all(item, 'render_choice')[0]!.getAttribute('shuffle') !== 'Yes' ||
    all(item, 'response_label').some((label) => label.getAttribute('lock') === 'Yes')
  )
}

function readItem(item: Element, tellsOrder: boolean): ReadQuestion {
  const fields = new Map(
    all(item, 'qtimetadatafield').map((field) => [
      all(field, 'fieldlabel')[0]!.textContent,
      all(field, 'fieldentry')[0]!.textContent ?? '',
    ]),
  )
  const type = fields.get('question_type') ?? fields.get('cc_profile')!
  const body = shown(material(all(item, 'presentation')[0]!)).split('\n')
  const hint = body.find((line) => /^(?:Hint|Hinweis|Підказка|تلميح): /.test(line))
  const feedback = new Map(
    all(item, 'itemfeedback').map((each) => [each.getAttribute('ident')!, shown(material(each))]),
  )
  const scored = all(item, 'respcondition').filter((each) => all(each, 'setvar').length > 0)
  const labels = all(item, 'response_lid').map((lid) => ({
    id: lid.getAttribute('ident')!,
    text: material(lid),
    labels: new Map(
      all(lid, 'response_label').map((label) => [label.getAttribute('ident')!, material(label)]),
    ),
  }))
  const right = scored.flatMap(equals)
  const rightOf = (response: string): string[] =>
    right
      .filter((each) => each.getAttribute('respident') === response)
      .map(({ textContent }) => textContent ?? '')
  const read: ReadQuestion = {
    id: item.getAttribute('ident')!.slice(2).replace('.', '/'),
    stem: body[0]!,
    tags: (fields.get('factdeck_tags') ?? fields.get('cc_question_category') ?? '').split(' '),
    ...(hint === undefined ? {} : { hint }),
    texts: [...body, ...feedback.values()],
  }
  switch (type) {
    case 'multiple_choice_question':
    case 'multiple_answers_question':
    case 'cc.multiple_choice.v0p1':
    case 'cc.multiple_response.v0p1': {
      const shows = new Map(
        all(item, 'respcondition')
          .filter((each) => all(each, 'varequal').length === 1 && all(each, 'displayfeedback').length === 1)
          .map((each) => [
            equals(each)[0]!.textContent,
            all(each, 'displayfeedback')[0]!.getAttribute('linkrefid')!,
          ]),
      )
      const shuffles = all(item, 'render_choice')[0]!.getAttribute('shuffle') === 'Yes'
      const locked = new Set(
        all(item, 'response_label')
          .filter((label) => label.getAttribute('lock') === 'Yes')
          .map((label) => label.getAttribute('ident')!),
      )
      return {
        ...read,
        options: Array.from(labels[0]!.labels, ([id, text]) => ({
          text,
          right: rightOf('response1').includes(id),
          feedback: feedback.get(shows.get(id)!)!,
          ...(tellsOrder ? { stays: !shuffles || locked.has(id) } : {}),
        })),
      }
    }
    case 'numerical_question':
      return {
        ...read,
        stem: read.stem.replace(/ \([^()]*\)$/, ''),
        range: {
          low: Number(all(item, 'vargte')[0]!.textContent),
          high: Number(all(item, 'varlte')[0]!.textContent),
        },
      }
    case 'matching_question': {
      const pairs = labels.map(({ id, text, labels: rights }): [string, string] => [
        text,
        rights.get(rightOf(id)[0]!)!,
      ])
      const used = new Set(pairs.map(([, each]) => each))
      const spare = [...labels[0]!.labels.values()].filter((each) => !used.has(each))
      return { ...read, pairs: [...pairs, ...spare.map((each): [string, string] => ['', each])] }
    }
    case 'short_answer_question':
    case 'cc.fib.v0p1':
      return { ...read, accepted: rightOf('response1') }
    case 'fill_in_multiple_blanks_question':
      return {
        ...read,
        gaps: labels.map(({ id, labels: texts }) => rightOf(id).map((each) => texts.get(each)!)),
      }
    default:
      throw new Error(`type ${type}`)
  }
}

function material(element: Element): string {
  return all(element, 'mattext')[0]?.textContent ?? ''
}

function equals(each: Element): Element[] {
  return all(each, 'varequal').filter((equal) => (equal.parentNode as Element).localName !== 'not')
}
