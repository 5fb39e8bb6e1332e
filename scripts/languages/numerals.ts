// Numbers in figures, in the way in which a language writes them: "1,234.5", "1.234,5", "1 234,5", "١٬٢٣٤٫٥".

export interface Numerals {
  /** Source of a regular expression (with the flag `u`) for one numeral. */
  pattern: string
  /** The number that a numeral stands for; undefined where it is none in this language, such as "1.23.4". */
  read(text: string): number | undefined
}

const narrow = '\u00A0\u202F\u2009'

/**
 * The numerals of a language (BCP 47), region included: "12.000" is twelve thousand in `de` and twelve in
 * `en`. Points, commas and digits are those of `Intl.NumberFormat`. Blanks and apostrophes before groups of
 * three are read in every language, a plain blank only where `blanks` says so: "on May 12 300 came" is no
 * 12300.
 */
export function numeralsOf(tag: string, { blanks = true } = {}): Numerals {
  const parts = new Intl.NumberFormat(tag, { useGrouping: true }).formatToParts(1_234_567.5)
  const separator = (type: 'group' | 'decimal'): string =>
    parts.find((part) => part.type === type)?.value ?? ''
  const decimal = new Set([separator('decimal'), '٫'])
  const group = new Set(
    [separator('group'), '٬', "'", '’', ' ', ...narrow].filter((each) => !decimal.has(each)),
  )
  const gap = `[${narrow}'’${blanks ? ' ' : ''}]`
  const point = `[${[...decimal].map(escape).join('')}]`
  return {
    pattern: `\\p{Nd}{1,3}(?:${gap}\\p{Nd}{3})+(?!\\p{Nd})(?:${point}\\p{Nd}+)?|\\p{Nd}(?:[\\p{Nd}.,٬٫]*\\p{Nd})?`,
    read(text) {
      // Nothing to read in any way of writing.
      if (/^[0-9]+$/.test(text)) return Number(text)
      let ascii = ''
      for (const letter of text) {
        if (decimal.has(letter)) ascii += '.'
        else if (group.has(letter)) ascii += ','
        else ascii += /\p{Nd}/u.test(letter) ? digitValue(letter) : letter
      }
      // Groups of three; in India of two before the last three.
      const whole = /^\d{1,2}(?:,\d\d)+,\d{3}(?!\d)/.test(ascii)
        ? ascii.replaceAll(',', '')
        : ascii.replaceAll(/,(?=\d{3}(?!\d))/g, '')
      return /^\d+(?:\.\d+)?$/.test(whole) ? Number(whole) : undefined
    },
  }
}

function escape(letter: string): string {
  return `\\u{${letter.codePointAt(0)!.toString(16)}}`
}

/**
 * Decimal digits of every script stand in runs of ten, zero first. Where runs adjoin, letters in styles of
 * mathematics, NFKC makes them plain first.
 */
function digitValue(digit: string): number {
  const plain = digit.normalize('NFKC')
  if (/^[0-9]$/.test(plain)) return Number(plain)
  const point = plain.codePointAt(0)!
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++
  return value
}
