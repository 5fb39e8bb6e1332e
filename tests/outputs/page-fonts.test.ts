import { expect, test } from 'vitest'
import { messagesFor } from '../../contract/messages/registry.ts'
import { pageFonts } from '../../scripts/render/page-fonts.ts'

const arabic = messagesFor('ar').language

test.each(['\u061C', '\u2009', '\u200F\u2009'])(
  'no font is cut to letters that show nothing: %j',
  async (letters) => {
    expect(await pageFonts(arabic, () => `a${letters}`)).toBe('')
    // Beside others they are drawn in the same font.
    const style = await pageFonts(arabic, () => `\u0628${letters}`)
    expect(style).toMatch(/@font-face.*unicode-range:[^}]*U\+628/)
    expect(style).toContain(`U+${letters.codePointAt(0)!.toString(16)}`)
  },
)
