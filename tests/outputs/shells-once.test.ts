import { expect, test } from 'vitest'
import type { Deck } from '../../contract/deck.ts'
import { openDryRender } from '../../scripts/render/dry-render.ts'

// Every deck asks for the shells of all, and to open them looks through the slides of all: a unit of a thousand
// decks would be looked through a thousand times.
test('a check looks through the slides of all decks once', async () => {
  let looks = 0
  const deck = {
    id: 'tides',
    get slides() {
      looks++
      return []
    },
  } as unknown as Deck
  const decks = [deck]
  const { shells } = openDryRender()
  for (let asked = 0; asked < 3; asked++) await shells(decks)
  expect(looks).toBe(1)
  await shells([deck])
  expect(looks).toBe(2)
})
