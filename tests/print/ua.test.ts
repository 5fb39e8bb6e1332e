import { expect, test } from 'vitest'
import { keyView, worksheetView } from '../../scripts/outputs/worksheets.ts'
import { sampleBank, sampleContent } from './sample-content.ts'
import { openJudge } from './ua-judge.ts'

const templates = new URL('../../templates/print', import.meta.url).pathname
const judge = await openJudge(templates)

test.runIf(judge)('worksheets and keys are PDF/UA-1 clean', () => {
  const bank = sampleBank(15)
  const content = sampleContent(bank)
  for (const large of [false, true]) {
    expect(
      judge?.judge('worksheet.typ', worksheetView(content, bank, 'A', { paper: 'a4', large })).length,
    ).toBeGreaterThan(10_000)
  }
  expect(judge?.judge('key.typ', keyView(content, bank, 'letter')).length).toBeGreaterThan(10_000)
})

test.runIf(judge)('the judge refuses a document without a title', () => {
  const bank = sampleBank(3)
  const view = worksheetView(sampleContent(bank), bank, 'A', { paper: 'a4', large: false })
  expect(() => judge?.judge('worksheet.typ', { ...view, documentTitle: '' })).toThrow()
})
