import { expect, test } from 'vitest'
import { readUnit } from '../../bench/keys/units.ts'
import { leaks } from '../../scripts/questions/checks/leaks.ts'
import type { Banks } from '../../scripts/questions/banks.ts'

// A stem as an author might write it who has the other question no longer in mind: the key in his own words.
const planted: readonly (readonly [string, string, string])[] = [
  [
    'gains',
    'gains-who-disclosed',
    'The National Security Advisor spoke of air defence equipment. What did he leave open?',
  ],
  [
    'gains',
    'gains-why-shorter-range',
    'With its production under strain, could Russia spare any air defence?',
  ],
  [
    'oil-and-the-cap',
    'oil-image-analysts',
    'A research group in the UK analysed satellite images. What did it count?',
  ],
  [
    'oil-and-the-cap',
    'oil-pace-and-cap',
    'A year at that pace would be three times the cap. Who claims the pace?',
  ],
  [
    'refineries-and-fuel',
    'fuel-sbu-hedge',
    'Reportedly the SBU organised the attack on Azov. Who else was named?',
  ],
  [
    'refineries-and-fuel',
    'fuel-azov-burned',
    'In Azov storage tanks burned, Ukrainian sources said. Whose were they?',
  ],
  [
    'troops-and-training',
    'troops-sighting-not-fight',
    'Units were sighted in an area near Russia’s border. On which side of it?',
  ],
  [
    'shells-and-drones',
    'shells-game-continuer',
    'Supplies may be all that Putin needs. Why does Herbst say “game continuer”?',
  ],
  ['reactions-and-outlook', 'reactions-china-or-not', 'Jens Stoltenberg lists China, Sanner does not. Why?'],
  [
    'reactions-and-outlook',
    'reactions-interests',
    'Money and grain are what the side in a cartel loves, by Bennett. Why?',
  ],
  // Written when the rule was done.
  ['gains', 'gains-battle-test', 'To see missiles perform in battle is invaluable to Kim. Who says so?'],
  [
    'oil-and-the-cap',
    'oil-share-of-consumption',
    'A million barrels is a ninth of what North Korea uses. Whose estimate is it?',
  ],
  [
    'reading-the-reports',
    'reading-words-without-speaker',
    'Why is the speaker of “virile friendship” left unnamed?',
  ],
  [
    'shells-and-drones',
    'shells-munitions-for-what',
    'For munitions Russia gives help with food and technology. Who says so?',
  ],
  [
    'troops-and-training',
    'troops-south-korea-step',
    'Since the troops were sighted South Korea shows an intention to support Ukraine. How?',
  ],
  ['reactions-and-outlook', 'reactions-january-treaty', 'Which treaty does Russia intend to sign with Iran?'],
]

test('finds keys that were planted in the stem of another question', async () => {
  const { base, banks } = await readUnit('.')
  const flagged = planted.map(([bank, id, stem]) => {
    const changed = banks.banks.map((each) => {
      if (each.id !== bank) return each
      const at = each.value.questions.findLastIndex((question) => question.id !== id)
      const questions = each.value.questions.with(at, { ...each.value.questions[at]!, stem })
      return { ...each, value: { ...each.value, questions } }
    })
    const found = leaks({ ...banks, banks: changed } satisfies Banks, base)
    return [id, found.some(({ message }) => message.includes(`key of "${id}"`))]
  })
  expect(flagged.filter(([, found]) => found === false)).toEqual([])
  expect(leaks(banks, base)).toEqual([])
})
