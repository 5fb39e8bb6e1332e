import { expect, test } from 'vitest'
import { capacity as planned } from '../../scripts/decks/plan/capacity.ts'
import { capacity as shown } from '../../templates/slidev/theme/capacity.ts'

test('the planner fills slides as far as the theme can show them', () => {
  expect(planned).toEqual(shown)
})
