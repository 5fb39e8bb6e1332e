import { expect, test } from 'vitest'
import {
  foldQuoted,
  hasQuotation,
  hasQuotationMark,
  quotationsIn,
} from '../../scripts/languages/quotations.ts'

test.each([
  ['He said “too dear”.', ['too dear']],
  ['Er sagte „zu teuer“ und »viel«.', ['zu teuer', 'viel']],
  ['It’s the sailors’ ‘big day’.', ['big day']],
  ['市長は「高すぎる」と『市報』に語った。', ['高すぎる', '市報']],
])('%s', (text, quoted) => {
  expect(quotationsIn(text).map(({ words }) => words)).toEqual(quoted)
})

test('a quotation stands in a text whole, except where no blanks show where words end', () => {
  expect(hasQuotation(foldQuoted('It is owned by them.'), 'Owned by')).toBe(true)
  expect(hasQuotation(foldQuoted('It is disowned by them.'), 'owned by')).toBe(false)
  expect(hasQuotation(foldQuoted('橋は高すぎると市長は語った。'), '高すぎる')).toBe(true)
  expect(hasQuotation(foldQuoted('สะพานแพงเกินไปแล้ว'), 'แพงเกินไป')).toBe(true)
})

test('an apostrophe is no mark of quotation', () => {
  expect(['Kim’s words', 'plain'].filter(hasQuotationMark)).toEqual([])
  expect(['“so', 'so’ he said', '「'].filter(hasQuotationMark)).toHaveLength(3)
})
