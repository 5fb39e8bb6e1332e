/* oxlint-disable unicorn/consistent-function-scoping -- the function travels to the browser as its own text */
// What a slide must not do, looked for in the page itself. Runs inside the browser: no imports.

/**
 * Every way in which the slide at this selector breaks a promise of the theme: text that leaves its box or
 * the slide, is cut, covers another, or is too small.
 */
export function slideOffences(selector: string): string[] {
  const slide = document.querySelector<HTMLElement>(selector)
  if (slide === null) return ['no slide']
  const found: string[] = []
  const bounds = slide.getBoundingClientRect()
  const name = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} "${(element.textContent ?? '').trim().slice(0, 24)}"`

  const lines: { element: Element; box: DOMRect }[] = []
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement!
    if (node.textContent!.trim() === '' || element.closest('.fd-hidden-text') !== null) continue
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    if (size < (element.classList.contains('fd-page') ? 18 : 24)) found.push(`${size}px: ${name(element)}`)
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) if (box.width > 1) lines.push({ element, box })
  }
  for (const element of slide.querySelectorAll('svg[role=img]'))
    lines.push({ element, box: element.getBoundingClientRect() })
  for (const { element, box } of lines) {
    const picture = element instanceof SVGElement ? element.closest('svg') : null
    // What leaves a picture is cut; its letters begin a little below the top of their box.
    if (picture !== null && getComputedStyle(picture).overflow !== 'visible') {
      const frame = picture.getBoundingClientRect()
      if (
        box.top + box.height * 0.2 < frame.top ||
        box.bottom - box.height * 0.2 > frame.bottom ||
        box.left < frame.left - 1 ||
        box.right > frame.right + 1
      )
        found.push(`is cut by its picture: ${name(element)}`)
    }
    if (
      box.left < bounds.left + 20 ||
      box.right > bounds.right - 20 ||
      box.top < bounds.top + 8 ||
      box.bottom > bounds.bottom - 8
    )
      found.push(`leaves the slide: ${name(element)}`)
  }

  const heads = [...slide.querySelectorAll('.fd-mentions .fd-marks-head')].map((head) =>
    head.getBoundingClientRect(),
  )
  for (const [index, one] of heads.entries())
    for (const other of heads.slice(index + 1)) {
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      if (wide > 4 && high > 4) found.push('two heads of arrows lie on each other')
    }

  for (const element of slide.querySelectorAll<HTMLElement>('*')) {
    if (element.closest('svg') !== null || element.classList.contains('fd-hidden-text')) continue
    const style = getComputedStyle(element)
    if (style.display.startsWith('inline')) continue
    if (
      element.scrollHeight > element.clientHeight + 3 &&
      element.clientHeight > 0 &&
      style.overflow !== 'visible'
    )
      found.push(`cut below by ${element.scrollHeight - element.clientHeight}px: ${name(element)}`)
    if (element.scrollWidth > element.clientWidth + 2 && element.clientWidth > 0)
      found.push(`too wide by ${element.scrollWidth - element.clientWidth}px: ${name(element)}`)
  }

  // The box of a line reaches beyond its letters; what counts is that the letters keep apart.
  const letters = (box: DOMRect): { top: number; bottom: number } => ({
    top: box.top + box.height * 0.24,
    bottom: box.bottom - box.height * 0.22,
  })
  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const high =
        Math.min(letters(one.box).bottom, letters(other.box).bottom) -
        Math.max(letters(one.box).top, letters(other.box).top)
      if (wide > 1 && high > 0) found.push(`${name(one.element)} covers ${name(other.element)}`)
    }
  return [...new Set(found)]
}
