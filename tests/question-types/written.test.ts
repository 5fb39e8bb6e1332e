import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderPlayer } from '../../question-types/order/player.ts'
import { arrangeOrder } from '../../question-types/order/order-view.ts'
import { foldAnswer, likenessOf } from '../../question-types/written/fold-answer.ts'
import { gradeGap } from '../../question-types/written/grade-written.ts'

describe('what somebody writes', () => {
  test.each([
    ['ida lind', 'same'],
    ['  Ida   Lind ', 'same'],
    ['“Ida Lind”.', 'variant'],
    ['Ída Lïnd', 'variant'],
    ['Ida Lynd', 'misspelt'],
    ['Ida-Lind', 'misspelt'],
    ['Ida Linds', 'misspelt'],
    ['Iad Lind', 'misspelt'],
    ['Eva Lund', 'other'],
    ['Lind', 'other'],
    ['', 'other'],
    ['…', 'other'],
  ])('"%s" is to "Ida Lind": %s', (written, likeness) => {
    expect(likenessOf(written, ['Ida Lind']).likeness).toBe(likeness)
  })

  test.each([
    ['the builders’ union', "the builders' union", 'variant'],
    ['Strasse', 'Straße', 'variant'],
    ['Koln', 'Köln', 'variant'],
    ['Koeln', 'Köln', 'misspelt'],
    ['كِتَاب', 'كتاب', 'variant'],
    ['Київ', 'київ', 'same'],
    ['Киів', 'Київ', 'misspelt'],
    ['1923', '1924', 'other'],
    ['in 1923', 'in 1924', 'other'],
    ['no', 'on', 'other'],
    ['cat', 'car', 'other'],
  ])('"%s" is to "%s": %s', (written, wording, likeness) => {
    expect(likenessOf(written, [wording]).likeness).toBe(likeness)
  })

  test('a foreseen mistake is one, however near it comes to what is right', () => {
    const gap = {
      accepted: ['ceiling'],
      because: '',
      mistakes: [{ texts: ['ceilings'], because: 'There is one.' }],
    }
    expect(gradeGap(gap, 'Ceilings')).toMatchObject({ share: 0, because: 'There is one.' })
    expect(gradeGap(gap, 'ceilin')).toMatchObject({ share: 0.5, wording: 'ceiling' })
    expect(gradeGap(gap, 'Ceiling')).toMatchObject({ share: 1 })
  })

  test('folding twice changes nothing more, and case and accents never decide', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        expect(foldAnswer(foldAnswer(text))).toBe(foldAnswer(text))
        expect(['same', 'variant', 'other']).toContain(likenessOf(text, [text]).likeness)
      }),
    )
  })
})

const items = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ index, letter: '', text: `item ${index}`, because: '' }))
const grade = (...put: number[]) => orderPlayer.grade({ items: items(put.length) } as never, put)

describe('an order', () => {
  test('is never shown in the right order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.string(), (count, seed) => {
        const shown = arrangeOrder(items(count), seed).map(({ index }) => index)
        expect(shown).not.toEqual(shown.toSorted((a, b) => a - b))
        expect(shown.toSorted((a, b) => a - b)).toEqual(items(count).map(({ index }) => index))
      }),
    )
  })

  test('is right as a whole, or as far as pairs stand the right way round', () => {
    expect(grade(0, 1, 2)).toBe(1)
    expect(grade(1, 0, 2)).toBeCloseTo(1 / 3)
    expect(grade(2, 1, 0)).toBe(0)
  })
})
