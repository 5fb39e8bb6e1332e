// Formulas and pictures in questions: drawn where an export says so, else their TeX and alternative text.

import { gunzipSync, strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import type { Content } from '../../scripts/decks/content.ts'
import { exports } from '../../scripts/outputs/exports/table.ts'
import { inOnePiece } from '../../scripts/outputs/output.ts'
import { openDryRender } from '../../scripts/render/dry-render.ts'
import { madeBy } from '../made-by.ts'
import { markedUnit } from './contents.ts'

let content: Content
beforeAll(async () => {
  content = await markedUnit()
})

/** All that stands in a file, archives unpacked and escapes undone. */
function contained(path: string, data: Uint8Array): string {
  if (path.endsWith('.gz')) return contained('', gunzipSync(data))
  const packed = data[0] === 0x50 && data[1] === 0x4b
  return packed
    ? Object.entries(unzipSync(data))
        .map(([inner, bytes]) => contained(inner, bytes))
        .join('\n')
    : strFromU8(data)
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll(/\\u003c/gi, '<')
        .replaceAll(/\\([=:{}#~])/g, '$1')
        .replaceAll(/&quot;|\\"/g, '"')
}

test.each(exports)(
  '$name carries formulas and pictures as it declares',
  async ({ name, holds, limits, ...target }) => {
    const files = await madeBy([{ name, holds, limits, ...target } as never], content, openDryRender())
    const all = files.map(({ path, data }) => contained(path, Buffer.from(inOnePiece(data)))).join('\n')
    expect(all).toContain('a red square')
    if (holds.formula === 'own') expect(all).toMatch(/<(?:m:|qti-)?math|\$e = m c\^x\$/)
    else {
      expect(all).toContain('e = m c^x')
      expect(all).not.toContain('<math')
    }
    if (holds.picture === 'own') expect(all).toMatch(/<img [^>]*src=|!\[a red square\]/)
    else expect(all).not.toMatch(/data:image\/svg|<img /)
    const said = limits!(content as never, content as never).map(({ message }) => message)
    expect(said.some((message) => message.includes('pictures'))).toBe(holds.picture === 'no')
  },
)
