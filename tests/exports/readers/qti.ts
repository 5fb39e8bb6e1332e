import { strFromU8, unzipSync } from 'fflate'
import type { Element } from '@xmldom/xmldom'
import type { ReadQuestion } from '../read-question.ts'
import { all, xml } from './markup.ts'

/** The files of an archive as text. */
export function unpacked(data: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(data)).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

/** A package of QTI 2.x, or of 3.0 with its prefix. Every link of the manifest leads somewhere. */
export function readQti(data: Uint8Array, version: 2 | 3): ReadQuestion[] {
  const name = (camel: string): string =>
    version === 2 ? camel : `qti-${camel.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  const attribute = (camel: string): string => name(camel).replace(/^qti-/, '')
  const files = unpacked(data)
  const manifest = xml(files.get('imsmanifest.xml')!)
  const resources = all(manifest, 'resource')
  for (const file of all(manifest, 'file'))
    if (!files.has(file.getAttribute('href')!)) throw new Error(`no ${file.getAttribute('href')}`)
  const items = resources.filter((resource) => resource.getAttribute('type')!.includes('_item_'))
  const tests = resources.filter((resource) => resource.getAttribute('type')!.includes('_test_'))
  const refs = tests.flatMap((test) => {
    const path = test.getAttribute('href')!
    return all(xml(files.get(path)!), name('assessmentItemRef')).map((ref) =>
      new URL(ref.getAttribute('href')!, `file:///${path}`).pathname.slice(1),
    )
  })
  if (
    refs.toSorted().join() !==
    items
      .map((item) => item.getAttribute('href')!)
      .toSorted()
      .join()
  )
    throw new Error('tests and items differ')
  return items.map((resource) => {
    const item = xml(files.get(resource.getAttribute('href')!)!)
    const tags = all(resource, 'keyword').map(({ textContent }) => textContent ?? '')
    return { ...readItem(item, name, attribute), tags }
  })
}

function readItem(
  item: Element,
  name: (camel: string) => string,
  attribute: (camel: string) => string,
): ReadQuestion {
  const one = (root: Element, camel: string): Element | undefined => all(root, name(camel))[0]
  const body = one(item, 'itemBody')!
  const paragraphs = all(body, 'p').map(({ textContent }) => textContent ?? '')
  const declarations = all(item, name('responseDeclaration'))
  const right = (declaration: Element): string[] =>
    all(one(declaration, 'correctResponse')!, name('value')).map(({ textContent }) => textContent ?? '')
  const prompt = one(body, 'prompt')?.textContent ?? paragraphs[0]!
  const hint = paragraphs.find((line) => /^(?:Hint|Hinweis|Підказка|تلميح): /.test(line))
  const read: ReadQuestion = {
    id: item.getAttribute('identifier')!.slice(2).replace('.', '/'),
    stem: prompt,
    ...(hint === undefined ? {} : { hint: hint.replace(/^[^:]*: /, '') }),
    texts: [body.textContent ?? '', ...all(item, 'p').map(({ textContent }) => textContent ?? '')],
  }
  const texts = new Map(
    [...all(body, name('simpleChoice')), ...all(body, name('simpleAssociableChoice'))].map((choice) => {
      const feedback = one(choice, 'feedbackInline')
      const own = (choice.textContent ?? '').slice(
        0,
        feedback ? -(feedback.textContent ?? '').length : undefined,
      )
      return [
        choice.getAttribute('identifier')!,
        {
          text: own,
          feedback: feedback?.textContent?.trim() ?? '',
          stays: choice.getAttribute('fixed') === 'true',
        },
      ]
    }),
  )
  const key = right(declarations[0]!)
  if (one(body, 'choiceInteraction'))
    return { ...read, options: Array.from(texts, ([id, choice]) => ({ ...choice, right: key.includes(id) })) }
  if (one(body, 'orderInteraction')) return { ...read, items: key.map((id) => texts.get(id)!.text) }
  if (one(body, 'matchInteraction')) {
    const pairs = key.map((pair) => pair.split(' ').map((id) => texts.get(id)!.text) as [string, string])
    const used = new Set(key.flatMap((pair) => pair.split(' ')))
    const spare = Array.from(texts).flatMap(([id, { text }]): [string, string][] =>
      used.has(id) ? [] : [['', text]],
    )
    return { ...read, pairs: [...pairs, ...spare] }
  }
  const mapped = declarations.map((declaration) =>
    all(declaration, name('mapEntry')).map((entry) => entry.getAttribute(attribute('mapKey'))!),
  )
  if (mapped[0]!.length === 0) {
    const [low, high] = all(one(item, 'and')!, name('baseValue')).map(({ textContent }) =>
      Number(textContent),
    )
    return { ...read, range: { low: low!, high: high! } }
  }
  return declarations[0]!.getAttribute('identifier') === 'RESPONSE'
    ? { ...read, accepted: mapped[0]! }
    : { ...read, gaps: mapped }
}
