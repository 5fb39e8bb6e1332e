/**
 * Kinds of goods that slides draw as an icon beside the words for them: an open list of everyday kinds, none
 * of one subject alone.
 */
export const goods = [
  'aircraft',
  'arms',
  'container',
  'defence',
  'energy',
  'food',
  'fuel',
  'grain',
  'knowledge',
  'medicine',
  'money',
  'oil',
  'people',
  'ship',
  'technology',
  'vehicle',
] as const
export type Goods = (typeof goods)[number]
