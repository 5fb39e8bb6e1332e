import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barShape, legendOf, reach } from '../../templates/slidev/theme/measure/bar-shape.ts'
import { planAsked, type AskedCheckpoint } from '../../question-types/asked/asked-checkpoint.ts'
import { fitSaid, saidSize } from '../../contract/measure/footer.ts'
import { withoutLead } from '../../contract/measure/short-form.ts'
import { fitSize, lineCount, stepSize } from '../../contract/measure/text.ts'
import { hatchOfBox, hatchOfDot, markLooks, marks, swatchSvg } from '../../contract/status.ts'
import { messagesFor } from '../../contract/messages/registry.ts'
import { dateExtent, lanes, spread } from '../../contract/measure/time-axis.ts'

const days = (date: string): string[] =>
  dateExtent(date).map((moment) => new Date(moment).toISOString().slice(0, 10))

const shape = (
  bound: 'exact' | 'atLeast' | 'moreThan' | 'upTo' | 'lessThan' | 'almost' | 'about' | 'range',
  low?: number,
  high?: number,
): string => {
  const quantity = {
    label: '',
    text: '',
    figure: '',
    unit: '',
    bound,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  }
  const { solid, possible, open, wavy } = barShape(quantity, (value) => value)
  return `solid to ${solid}${possible ? `, possible ${possible.join('-')}` : ''}${open === undefined ? '' : `, open from ${open}`}${wavy ? ', wavy' : ''}; reaches ${reach(quantity)}`
}

test('a longer text is never set larger', () => {
  const room = { width: 700, height: 120, max: 60, min: 20, leading: 1.2 }
  fc.assert(
    fc.property(fc.lorem({ maxCount: 40 }), fc.lorem({ maxCount: 10 }), (text, more) => {
      expect(fitSize(`${text} ${more}`, room)).toBeLessThanOrEqual(fitSize(text, room))
      expect(lineCount(`${text} ${more}`, 24, 700)).toBeGreaterThanOrEqual(lineCount(text, 24, 700))
    }),
  )
})

test('labels of a timeline keep their order and their distance', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 460, noNaN: true }), { minLength: 1, maxLength: 7 }),
      (places) => {
        const tops = spread(
          places.toSorted((one, other) => one - other),
          60,
          460,
        )
        expect(tops.every((top) => top >= -0.001 && top <= 400.001)).toBe(true)
        expect(tops.slice(1).every((top, index) => top - tops[index]! >= 59.999)).toBe(true)
      },
    ),
  )
})

test('overlapping spans stand beside each other', () => {
  expect(
    lanes([
      [0, 10],
      [5, 20],
      [11, 12],
      [15, 30],
    ]),
  ).toEqual([0, 1, 0, 0])
})

test('a date of reduced precision covers all that it may mean', () => {
  expect(days('2024')).toEqual(['2024-01-01', '2024-12-31'])
  expect(days('2024-02')).toEqual(['2024-02-01', '2024-02-29'])
  expect(days('2023-12-31')).toEqual(['2023-12-31', '2023-12-31'])
})

const anyFigure = { label: '', text: '', figure: '', unit: '' }

test('a bar says no more than its figure', () => {
  expect(shape('exact', 400, 400)).toBe('solid to 400; reaches 400')
  expect(shape('range', 300, 400)).toBe('solid to 300, possible 300-400; reaches 400')
  expect(shape('upTo', undefined, 400)).toBe('solid to 0, possible 0-400; reaches 400')
  // The end is not reached, so it has no mark.
  expect(shape('lessThan', undefined, 400)).toBe('solid to 0, possible 0-400; reaches 400')
  expect(barShape({ ...anyFigure, bound: 'lessThan', high: 400 }, (value) => value).ticks).toEqual([])
  expect(barShape({ ...anyFigure, bound: 'upTo', high: 400 }, (value) => value).ticks).toEqual([400])
  expect(shape('almost', undefined, 400)).toBe('solid to 388, possible 388-400; reaches 400')
  expect(shape('moreThan', 400)).toBe('solid to 400, open from 400; reaches 400')
  expect(shape('atLeast', 400)).toBe('solid to 400, open from 400; reaches 400')
  expect(shape('about', 400, 400)).toBe('solid to 400, wavy; reaches 400')
})

test('a legend says what each mark means, once', () => {
  const bars = (['exact', 'upTo', 'lessThan', 'moreThan', 'atLeast'] as const).map((bound) => ({
    ...anyFigure,
    bound,
  }))
  expect(legendOf(bars, messagesFor('en').slides)).toBe(
    'Drawn to scale from zero · thin line alone: at most · thin line without end mark: less than · arrow: or more',
  )
})

test('an attribution never takes more lines than it is given', () => {
  const said = 'Ada Moor, harbour master, via the Tide Institute · Coast News; River Notes'
  expect(fitSaid(said, 1000)).toBe(said.replace(' · ', '\u00A0· '))
  expect(fitSaid(said, 620)).toBe('Ada Moor, harbour master, via the Tide Institute')
  expect(fitSaid(said, 300)).toBe('Ada Moor, harbour master …')
  fc.assert(
    fc.property(
      fc.lorem({ maxCount: 40 }),
      fc.integer({ min: 200, max: 1100 }),
      fc.constantFrom(1, 2),
      (text, width, lines) => {
        expect(lineCount(fitSaid(text, width, lines), saidSize, width)).toBeLessThanOrEqual(lines)
      },
    ),
  )
})

test('a body goes by its initials before a name is cut, and only where they are its own', () => {
  const said = 'Open Centre, via Institute for the Study of Tides (IST) and Coast News · Coast report'
  expect(fitSaid(said, 900)).toBe(said.replace(' · ', '\u00A0· '))
  expect(fitSaid(said, 560)).toBe('Open Centre, via IST and Coast News\u00A0· Coast report')
  expect(fitSaid(said, 400)).toBe('Open Centre, via IST and Coast News')
  expect(fitSaid('Institute for the Study of Tides (IST)', 200)).toBe('IST')
  expect(fitSaid('Security Service of Tidewick (SBT)', 200)).toContain('…')
})

test('type comes in steps: the largest that fits, else the last', () => {
  const room = { width: 300, height: 40, leading: 1.2 }
  expect(stepSize('short', [32, 24], room)).toBe(32)
  expect(stepSize('a text that takes two lines at any size of these', [32, 24], room)).toBe(24)
})

const askedLine = (letters: number, right: boolean) => ({
  mark: 'A',
  text: 'word '.repeat(letters / 5),
  solved: '',
  right,
  because: 'word '.repeat(40),
})

const asked = (letters: number, count: number): AskedCheckpoint => ({
  id: 'asked',
  kind: 'true-false',
  stem: 'word '.repeat(20),
  lines: Array.from({ length: count }, (_, index) => askedLine(letters, index === 1)),
  choices: [],
  answer: 'False, B',
  because: 'word '.repeat(30),
  said: '',
})

test('a question in lines gives up reasons before type that a class can read', () => {
  expect(planAsked(asked(20, 1))).toMatchObject({ stem: 36, line: 28, reasons: 'all', fits: true })
  expect(planAsked(asked(40, 4))).toMatchObject({ reasons: 'of what is right', fits: true })
  const plans = Array.from({ length: 240 }, (_, letters) => planAsked(asked(letters + 1, 6)))
  expect(plans.findLast(({ fits }) => fits)).toMatchObject({ line: 24, reasons: 'of the answer' })
  expect(planAsked({ ...asked(80, 6), because: 'word '.repeat(120) })).toMatchObject({ reasons: 'none' })
  expect(plans.at(-1)).toMatchObject({ line: 24, fits: false })
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 240 }), fc.integer({ min: 1, max: 8 }), (letters, count) => {
      const { stem, line: text, because, reasons, fits } = planAsked(asked(letters, count))
      expect(Math.min(stem, text, because)).toBeGreaterThanOrEqual(24)
      if (!fits) expect(reasons).toBe('none')
    }),
  )
})

test('every mark differs from every other without colour', () => {
  const looks = marks.map((mark) => JSON.stringify(markLooks[mark]))
  expect(new Set(looks).size).toBe(marks.length)
  const lines = marks.map((mark) => JSON.stringify(markLooks[mark].line))
  expect(new Set(lines).size).toBe(marks.length)
  const bars = marks.map((mark) => swatchSvg(mark, '#fff'))
  expect(new Set(bars).size).toBe(marks.length)
})

/** The points of a path of straight strokes. */
const placesOf = (path: string): number[][] =>
  [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])

test('hatching stays within its box and its dot', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 900 }), fc.integer({ min: 4, max: 60 }), (width, height) => {
      for (const [x, y] of placesOf(hatchOfBox(0, 0, width, height)))
        expect(x! >= 0 && x! <= width && y! >= 0 && y! <= height).toBe(true)
    }),
  )
  for (const [x, y] of placesOf(hatchOfDot(20, 20, 9))) expect(Math.hypot(x! - 20, y! - 20)).toBeLessThan(9.2)
})

test('a short form does not repeat the name or the date beside it', () => {
  expect(withoutLead('Lind: a floor, not a count', 'Ida Lind')).toBe('A floor, not a count')
  expect(withoutLead('Autumn 2022: the silos are full', 'autumn 2022')).toBe('The silos are full')
  expect(withoutLead('Before June 2024: nothing', 'June 2024')).toBe('Before June 2024: nothing')
  expect(withoutLead('Summary: it helped', 'Coast News')).toBe('Summary: it helped')
})
