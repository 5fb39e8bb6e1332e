// Documents of HTML, however they came to be: a page that was saved, Markdown, a file of Word.

import { inShort, type Dropped } from '../imported.ts'

/** As much of the DOM as is used here; linkedom has no types of its own for it. */
export interface Node {
  nodeName: string
  textContent: string
  childNodes: Iterable<Node>
  getAttribute?(name: string): string | null
  remove(): void
  querySelectorAll(selector: string): Iterable<Node>
  querySelector(selector: string): Node | null
  parentNode: Node | null
}

export interface Document extends Node {
  body: Node
  documentElement: Node
}

/** Parses HTML. Scripts in it are text and never run. */
export async function parseHtml(html: string): Promise<Document> {
  const { parseHTML } = await import('linkedom')
  return parseHTML(html).document as unknown as Document
}

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LABEL LI MAIN NAV OL OPTION P PRE SECTION SELECT SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
)
const silent = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'MATH',
  'IFRAME',
  'OBJECT',
  'HEAD',
  'TITLE',
  '#comment',
])

/** The paragraphs of a document: each with its words and the element that it is of. */
export function paragraphs(root: Node): { text: string; of: Node }[] {
  const found: { text: string; of: Node }[] = []
  let line = ''
  let owner = root
  const flush = (): void => {
    const text = line.replaceAll(/[\s\u00A0]+/g, ' ').trim()
    if (text !== '') found.push({ text, of: owner })
    line = ''
  }
  // A list of what is still to visit: a page may nest deeper than a stack holds.
  const rest: (Node | (() => void))[] = [root]
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (typeof next === 'function') {
      next()
      continue
    }
    const name = next.nodeName.toUpperCase()
    if (silent.has(name) || silent.has(next.nodeName)) continue
    if (name === '#TEXT') {
      line += next.textContent
      continue
    }
    if (name === 'BR') {
      line += ' '
      continue
    }
    const block = blocks.has(name)
    if (block) {
      flush()
      const before = owner
      owner = next
      rest.push(() => {
        flush()
        owner = before
      })
    }
    rest.push(...[...next.childNodes].toReversed())
  }
  flush()
  return found
}

const marks: readonly [Dropped['what'], RegExp][] = [
  ['caption', /^figcaption$|\b(?:caption|wp-caption|image-credit|photo-credit)\b/i],
  ['share', /\b(?:share|sharing|social|follow-us|newsletter|subscribe|comments?|disqus)\b/i],
  [
    'read-also',
    /\b(?:related|read-?(?:also|more|next)|recommend\w*|more-(?:stories|news)|most-read|trending|teaser|promo)\b/i,
  ],
  [
    'navigation',
    /^(?:nav|header|footer|aside|form|button|menu|dialog)$|\b(?:nav(?:igation|bar)?|menu|breadcrumbs?|cookie\w*|banner|sidebar|site-(?:header|footer)|advert\w*|ads?)\b/i,
  ],
]

/** What an element shows itself to be, by its name, class and role, or by those around it. */
export function partOfPage(of: Node): Dropped['what'] | undefined {
  for (let node: Node | null = of; node && node.nodeName !== 'BODY'; node = node.parentNode) {
    const told = [
      node.nodeName.toLowerCase(),
      ...['class', 'id', 'role'].map((name) => node?.getAttribute?.(name) ?? ''),
    ]
    for (const [what, words] of marks)
      if (
        told.some((each, index) =>
          index === 0 ? words.test(each) && !/^(?:header|form)$/.test(each) : words.test(each),
        )
      )
        return what
    if (/^(?:article|main)$/i.test(node.nodeName)) return undefined
  }
  return undefined
}

/** What went out, each line once, a list of many of one kind cut short. */
export function reported(dropped: readonly Dropped[]): Dropped[] {
  const seen = new Set<string>()
  return dropped.flatMap(({ what, text }) => {
    const short = inShort(text)
    const key = `${what} ${short}`
    if (short === '' || seen.has(key)) return []
    seen.add(key)
    return [{ what, text: short }]
  })
}
