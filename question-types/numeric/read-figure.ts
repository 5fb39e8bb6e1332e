// A figure as people write it. What a comma or a point means depends on where somebody learned to write, so a
// figure can have two readings.

/**
 * What `written` can mean: "1.234" is a thousand or a little more than one, "1,5" and "1 234,5" mean one
 * thing each; nothing where it is no figure. The unit may stand behind it, and so may a word of `scales`:
 * "1.5 million". Digits of Arabic and Persian are read as well.
 */
export function readFigure(
  written: string,
  unit = '',
  scales: Readonly<Record<string, number>> = {},
): number[] {
  let text = written
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replaceAll('٫', '.')
    .trim()
  text = without(text, unit.normalize('NFKC').toLowerCase())
  const scale = Object.keys(scales).find((word) => text !== word && without(text, word) !== text)
  if (scale) text = without(text, scale)
  const sign = /^[-−–]/.test(text) ? -1 : 1
  const values = readings(text.replace(/^[-−–+]\s*/, ''))
  return values.map((value) => sign * value * (scale ? scales[scale]! : 1))
}

function without(text: string, ending: string): string {
  return ending !== '' && text.endsWith(ending) ? text.slice(0, -ending.length).trim() : text
}

function readings(text: string): number[] {
  // Marks that can only stand between groups of three.
  const ungrouped = text.replace(/^\d{1,3}(?:[ '’٬]\d{3})+(?!\d)/, (groups) => groups.replaceAll(/\D/g, ''))
  const [whole = '', ...rest] = ungrouped.split(/[.,]/)
  if (!/^\d*$/.test(whole + rest.join('')) || whole + rest.join('') === '') return []
  if (rest.length === 0) return [Number(whole)]
  const marks = ungrouped.replaceAll(/\d/g, '')
  const groups = (parts: string[]): boolean =>
    /^[1-9]\d{0,2}$/.test(whole) && parts.every((part) => part.length === 3)
  const fraction = rest.at(-1)!
  if (rest.length === 1) {
    if (fraction === '') return []
    const decimal = Number(`${whole || '0'}.${fraction}`)
    return groups(rest) ? [decimal, Number(whole + fraction)] : [decimal]
  }
  const before = rest.slice(0, -1)
  // All the same: groups. The last another one: groups, and a fraction.
  if (new Set(marks).size === 1) return groups(rest) ? [Number(whole + rest.join(''))] : []
  if (new Set(marks.slice(0, -1)).size !== 1 || fraction === '' || !groups(before)) return []
  return [Number(`${whole}${before.join('')}.${fraction}`)]
}

/** Whether the figure lies between the two, but for what binary fractions lose. */
export function liesBetween(value: number, low: number, high: number): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(value))
  return low - slack <= value && value <= high + slack
}
