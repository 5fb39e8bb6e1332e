// What outputs show in place of plain texts: formulas set as MathML, pictures read. KaTeX is loaded where there
// is a formula.

import { DOMParser, type Element, type Node } from '@xmldom/xmldom'
import { eachMark, escapeHtml, type FormulaNode, type MarkedTexts } from '../../contract/marked-text.ts'
import type { Picture } from '../../contract/deck.ts'
import { error, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { JsonDocument } from '../source/json-document.ts'
import { withoutMarks } from '../source/marked-fields.ts'

/**
 * The texts with markup of facts and questions, by their letters. `pictures` are those beside them, by path
 * within the content root. Never throws; a formula that cannot be set and a picture that is not there are
 * errors.
 */
export async function setMarks(
  documents: readonly JsonDocument[],
  pictures: ReadonlyMap<string, Picture>,
): Promise<{ value: MarkedTexts; diagnostics: Diagnostic[] }> {
  const marked = documents.flatMap((document) => withoutMarks(document).marked)
  const diagnostics: Diagnostic[] = []
  const all = marked.flatMap(({ marks }) => eachMark(marks))
  const setFormula = all.some(({ kind }) => kind === 'formula') ? await openFormulas() : undefined
  for (const { document, path, marks } of marked) {
    const add = (found: string, expected: string, ...more: string[]): void => {
      diagnostics.push(
        error(document.location(path), 'source/markup', `Unexpected ${found}, expected ${expected}`, ...more),
      )
    }
    for (const mark of eachMark(marks)) {
      if (mark.kind === 'formula') {
        const set = setFormula!(mark.tex)
        if (typeof set === 'string')
          add(
            `formula "$${mark.tex}$" (${set})`,
            'TeX that KaTeX reads',
            String.raw`a dollar sign that is none of a formula is written "\\$"`,
          )
        else Object.assign(mark, set)
      } else if (mark.kind === 'picture') {
        const at = `${document.file.slice(0, document.file.lastIndexOf('/') + 1)}${mark.file}`
        const picture = pictures.get(at)
        if (mark.alt === '')
          add(
            `picture "${mark.file}" without words`,
            'what it shows between the brackets, for who cannot see it',
          )
        if (!picture)
          add(
            `picture "${mark.file}"`,
            'the path of a PNG, JPEG, GIF, WebP or SVG file beside this file',
            `there is no ${at}`,
          )
        else if (picture.data.length > largest)
          add(
            `picture "${mark.file}" of ${Math.ceil(picture.data.length / 1000)} kB`,
            `at most ${largest / 1000} kB: it lies in every page that shows it`,
            'save it smaller, as WebP or SVG',
          )
        else
          Object.assign(mark, {
            name: picture.name,
            type: typeOfPicture(picture.name),
            data: Buffer.from(picture.data).toString('base64'),
          })
      }
    }
  }
  return { value: Object.fromEntries(marked.map(({ plain, marks }) => [plain, marks])), diagnostics }
}

/** Bytes of a picture within a text. */
const largest = 500_000

/** The media type of a picture by the ending of its name. */
export function typeOfPicture(name: string): string {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  return { jpg: 'image/jpeg', svg: 'image/svg+xml' }[ending] ?? `image/${ending}`
}

/** Sets a formula, or says in words why it cannot be. */
async function openFormulas(): Promise<(tex: string) => { mathml: string; tree: FormulaNode } | string> {
  const { default: katex } = await import('katex')
  return (tex) => {
    let set: string
    try {
      set = katex.renderToString(tex, { output: 'mathml', strict: 'ignore', trust: false })
    } catch (thrown) {
      return (thrown as Error).message.replace(/^KaTeX parse error: /, '').replace(/[\u0332]/g, '')
    }
    const document = new DOMParser().parseFromString(set, 'text/xml')
    // Without its source as an annotation, which would be read with it.
    const row = document.getElementsByTagName('semantics')[0]!.firstChild as Element
    const tree = treeOf(row)
    return {
      mathml: `<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="${escapeHtml(tex)}">${mathmlOf(row)}</math>`,
      tree,
    }
  }
}

const isElement = (node: Node): node is Element => node.nodeType === 1

function treeOf(element: Element): FormulaNode {
  const children = Array.from(element.childNodes).filter(isElement)
  return children.length > 0
    ? { tag: element.tagName, children: children.map(treeOf) }
    : { tag: element.tagName, text: element.textContent ?? '' }
}

function mathmlOf(element: Element): string {
  const attributes = Array.from(element.attributes)
    .filter(({ name }) => name !== 'xmlns')
    .map(({ name, value }) => ` ${name}="${escapeHtml(value)}"`)
    .join('')
  const inner = Array.from(element.childNodes)
    .map((node) => (isElement(node) ? mathmlOf(node) : escapeHtml(node.textContent ?? '')))
    .join('')
  return `<${element.tagName}${attributes}>${inner}</${element.tagName}>`
}
