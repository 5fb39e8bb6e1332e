import { expect, test } from 'vitest'
import { hashOf, pagePolicy } from '../../scripts/render/page-policy.ts'

test('a page runs what stands in it, loads nothing, and sends nothing', () => {
  expect(pagePolicy({ scripts: [hashOf('run()')], styles: [hashOf('p {}')] }).split('; ')).toEqual([
    "default-src 'none'",
    // printf 'run()' | openssl dgst -sha256 -binary | base64
    "script-src 'sha256-AvyuiL0SD1mVY3NNxR+V2uo+lhk6RMFrytWmRt6CrJQ='",
    expect.stringMatching(/^style-src 'sha256-[\w+/]{43}='$/),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ])
  expect(pagePolicy({ scripts: [], styles: [] })).toContain("script-src 'none'; style-src 'none'")
})

test('a page with files beside it loads those and nothing else', () => {
  expect(pagePolicy({ scripts: [], beside: true, rich: true })).toMatchInlineSnapshot(
    `"default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'"`,
  )
  expect(pagePolicy({ scripts: ['sha256-x'], rich: true })).toMatchInlineSnapshot(
    `"default-src 'none'; script-src 'sha256-x'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'"`,
  )
})
