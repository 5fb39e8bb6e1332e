// What makes a handout of the slides in the page in which decks are printed. Each function travels there as
// its own text: nothing around it is known to it.

/** What a handout sets beside the pictures of its slides. */
interface HandoutRow {
  /** Of the slide in the deck that is shown in class, from 1. */
  number: number
  /** Speaker notes, rendered; empty on a paper for pupils. */
  notes: string
  /** Pupils are asked something here: what the slide leaves blank gets lines to write on. */
  asks: boolean
}

/** A handout: the slides that are shown in the page, one row each. */
export interface Handout {
  title: string
  direction: 'ltr' | 'rtl'
  rows: HandoutRow[]
  style: string
  /** Lines to write on in place of notes. */
  ruled: boolean
}

/** Copies the slides as they are into a document of their own, in front of the hidden deck. */
export function openHandout({ title, direction, rows, style, ruled }: Handout): void {
  // 240 mm at three times their size.
  const mostOfAPage = ((240 * 96) / 25.4) * 3
  const page = document
  const make = (tag: string, className: string, ...children: Node[]): HTMLElement => {
    const element = page.createElement(tag)
    element.className = className
    element.append(...children)
    return element
  }
  const pictureOf = (container: Element): HTMLElement => {
    const copy = container.cloneNode(true) as HTMLElement
    // A copy has no shadow trees, in which diagrams are drawn.
    const diagrams = [...copy.querySelectorAll('.mermaid')]
    for (const [place, { shadowRoot }] of [...container.querySelectorAll('.mermaid')].entries())
      if (shadowRoot) diagrams[place]!.attachShadow({ mode: 'open' }).innerHTML = shadowRoot.innerHTML
    // Zoom, unlike a transform, takes the room that it shows.
    copy.style.setProperty('zoom', `calc(var(--slide-width) / ${copy.style.width.replace('px', '')})`)
    return make('div', 'handout-slide', copy)
  }
  const heading = make('h1', 'handout-title', document.createTextNode(title))
  const lastStep = new Map<string, Element>()
  for (const container of document.querySelectorAll('.print-slide-container'))
    lastStep.set(container.id.split('-')[0] ?? '', container)
  const handout = make('main', ruled ? 'ruled' : '', ...(ruled ? [] : [heading]))
  handout.id = 'handout'
  handout.dir = direction
  for (const [index, container] of [...lastStep.values()].entries()) {
    const row = rows[index] ?? { number: index + 1, notes: '', asks: false }
    const number = make('p', 'handout-number', document.createTextNode(String(row.number)))
    const beside = make('div', 'handout-side', number)
    beside.dir = 'auto'
    const section = make('section', 'handout-row', pictureOf(container))
    if (ruled) {
      if (index === 0) beside.prepend(heading)
      for (let line = 0; line < 12; line++) beside.append(make('div', 'handout-line'))
      if (row.asks) section.classList.add('handout-asks')
    } else {
      const notes = make('div', 'handout-notes')
      notes.dir = 'auto'
      notes.innerHTML = row.notes
      // Notes begin with the time, in a line of its own.
      const time = notes.firstElementChild
      const label = time?.firstElementChild
      if (time && label?.tagName === 'STRONG' && (time.textContent ?? '').length < 30) beside.append(time)
      // The sources stand last: a line that names them, and their list.
      const sources = notes.lastElementChild
      const name = sources?.previousElementSibling
      if (sources?.tagName === 'UL' && name?.tagName === 'P') beside.append(name, sources)
      section.append(notes)
    }
    section.append(beside)
    handout.append(section)
  }
  const sheet = document.createElement('style')
  sheet.id = 'handout-style'
  sheet.textContent = style
  document.head.append(sheet)
  document.body.append(handout)
  document.querySelector<HTMLElement>('#app')?.setAttribute('hidden', '')
  // Columns cannot go on overleaf; what is longer than most of a page has none. Notes take the whole width
  // where the sources end beside the slide.
  const root = document.documentElement
  const unseen = root.classList.contains('unseen')
  root.classList.remove('unseen')
  for (const row of ruled ? [] : handout.querySelectorAll('.handout-row')) {
    const [side, slide] = ['.handout-side', '.handout-slide'].map(
      (part) => row.querySelector(part)?.getBoundingClientRect().height ?? 0,
    )
    row.classList.toggle('handout-wide', side! < slide! * 1.1)
    row.classList.toggle('handout-long', row.getBoundingClientRect().height > mostOfAPage)
  }
  root.classList.toggle('unseen', unseen)
}

/**
 * Draws lines to write on where a slide that asks something is blank: above its foot, where there is room for
 * two.
 */
export function ruleBlankBands(): void {
  const root = document.documentElement
  // What is hidden from the screen has no place.
  const unseen = root.classList.contains('unseen')
  root.classList.remove('unseen')
  const seen = { opacityProperty: true, visibilityProperty: true }
  for (const slide of document.querySelectorAll<HTMLElement>('.handout-asks .print-slide-container')) {
    const page = slide.getBoundingClientRect()
    /** Top and bottom of what is drawn, in parts of the slide's height. */
    const drawn: [number, number][] = []
    const note = ({ top, bottom, width, height }: DOMRect): void => {
      // A ground and a rule along the whole slide leave it as blank as it is.
      if (width > 2 && height > 0 && height < page.height * 0.8)
        drawn.push([(top - page.top) / page.height, (bottom - page.top) / page.height])
    }
    const nodes = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    while (nodes.nextNode()) {
      const node = nodes.currentNode
      if (node instanceof Element) {
        if (!/^(?:svg|img|hr)$/i.test(node.tagName) || !node.checkVisibility(seen)) continue
        note(node.getBoundingClientRect())
      } else if (node.nodeValue?.trim() !== '' && node.parentElement?.checkVisibility(seen)) {
        const range = document.createRange()
        range.selectNodeContents(node)
        for (const line of range.getClientRects()) note(line)
      }
    }
    // Whatever stands in the lowest fifth is the foot.
    const foot = Math.min(0.95, ...drawn.map(([top]) => top).filter((top) => top > 0.8))
    const end = Math.max(0, ...drawn.filter(([top]) => top < foot).map(([, bottom]) => bottom))
    // 8.2 mm of a picture 85 mm high.
    const step = 0.0965
    const count = Math.floor((foot - end - 0.02) / step)
    if (count < 2) continue
    for (let line = 1; line <= count; line++) {
      const rule = document.createElement('div')
      rule.className = 'handout-blank-line'
      rule.style.top = `${(end + line * step) * 100}%`
      slide.append(rule)
    }
  }
  root.classList.toggle('unseen', unseen)
}

export function closeHandout(): void {
  document.querySelector('#handout')?.remove()
  document.querySelector('#handout-style')?.remove()
  document.querySelector('#app')?.removeAttribute('hidden')
}
