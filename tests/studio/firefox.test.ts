// The studio in another browser engine, where there is one on this machine.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bridgeCopy } from '../commands/bridge.ts'
import { findFirefox, openFirefox } from './firefox.ts'
import { openStudio } from './open-studio.ts'

const found = findFirefox()
const keys = { down: '\uE015', enter: '\uE007', control: '\uE009' }

test.skipIf(found === undefined)(
  `in Firefox${found === undefined ? ' (skipped: none is installed; FACTDECK_FIREFOX names one)' : ''} every room opens, and a claim becomes a fact by keyboard`,
  async () => {
    const copy = await bridgeCopy()
    const studio = await openStudio(copy.folder)
    const firefox = await openFirefox(found!)
    try {
      await firefox.goto(studio.address)
      const rooms: Record<string, unknown> = {}
      for (const room of ['articles', 'questions', 'lesson', 'checks', 'read']) {
        await firefox.evaluate(`void (location.hash = '#/${room}')`)
        await firefox.until(
          `document.querySelector('nav [aria-current]')?.getAttribute('href') === '#/${room}'`,
        )
        await firefox.until(`document.querySelector('main > section h2')`)
        rooms[room] = await firefox.evaluate(`document.querySelector('main > section h2').textContent`)
      }
      expect(rooms).toEqual({
        articles: 'Articles',
        read: 'Read',
        questions: 'Questions',
        lesson: 'Lesson',
        checks: 'Checks',
      })

      await firefox.until(`document.querySelector('.claim')`)
      await firefox.evaluate(`document.querySelector('.paper').focus()`)
      await firefox.press(keys.down, keys.enter)
      await firefox.until(`document.activeElement?.id === 'statement'`)
      const statement = 'The new bridge at the harbour opened on 3 May 2024.'
      await firefox.press(...statement)
      await firefox.until(
        `document.querySelector('.verdict .sum')?.textContent.includes('rest on the passage')`,
      )
      await firefox.press([keys.control, keys.enter])
      await firefox.until(`!document.querySelector('form[aria-label="Fact"]')`)
      expect(await readFile(join(copy.folder, 'unit/facts/cost.json'), 'utf8')).toContain(statement)
      expect(firefox.faults).toEqual([])
    } finally {
      await firefox.close()
      expect(await studio.close()).toBe(0)
    }
  },
)
