// What a fact says, with its markup. A browser breaks "S-400" behind its hyphen: a name like that stays in one
// line.

import { h, type FunctionalComponent } from 'vue'
import { markupOf } from '../words.ts'

export const FactText: FunctionalComponent<{ of: string }> = ({ of }) => {
  const innerHTML = markupOf(of)
  if (innerHTML) return h('span', { innerHTML })
  return of
    .split(/(\S*-\d\S*)/)
    .map((part, index) => (index % 2 === 1 ? h('span', { style: 'white-space: nowrap' }, part) : part))
}
FactText.props = ['of']
