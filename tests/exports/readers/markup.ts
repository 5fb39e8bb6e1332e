// XML and HTML in exports, read by a parser that knows neither Nunjucks nor our escapes.

import { DOMParser, type Element, type Node } from '@xmldom/xmldom'

/** The root of a document. Throws where it is not well-formed. */
export function xml(text: string): Element {
  return new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`)
    },
  }).parseFromString(text, 'text/xml').documentElement!
}

/** Elements of this name below, whatever their namespace. */
export function all(element: Element, name: string): Element[] {
  return Array.from(element.getElementsByTagNameNS('*', name))
}

/** Children of this name. */
export function children(element: Element, name: string): Element[] {
  return Array.from(element.childNodes).filter(
    (node): node is Element => node.nodeType === 1 && (node as Element).localName === name,
  )
}

/** The text of the first child of this name, by a path of names. */
export function textAt(element: Element, ...path: string[]): string {
  let found: Element | undefined = element
  for (const name of path) found = found && children(found, name)[0]
  return found?.textContent ?? ''
}

/** What a reader of HTML sees; blocks are parted by a line break. Refuses what could run. */
export function shown(html: string): string {
  const root = xml(`<div>${html.replaceAll('&nbsp;', '&#160;')}</div>`)
  for (const element of all(root, '*')) {
    if (/^(?:script|iframe|object|embed|style|link|svg|form)$/i.test(element.localName ?? ''))
      throw new Error(`<${element.localName}> in ${html}`)
    for (const attribute of Array.from(element.attributes))
      if (/^on/i.test(attribute.name)) throw new Error(`${attribute.name} in ${html}`)
  }
  return lines(root).replaceAll(/\n+/g, '\n').trim()
}

function lines(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? ''
  const inner = Array.from(node.childNodes).map(lines).join('')
  return ['p', 'div', 'br', 'li', 'td', 'h1', 'h2', 'h3'].includes((node as Element).localName ?? '')
    ? `\n${inner}\n`
    : inner
}
