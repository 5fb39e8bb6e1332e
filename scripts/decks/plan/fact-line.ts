import type { FactView } from '../../../contract/fact-view.ts'
import type { FactLine } from '../../../contract/deck.ts'
import type { Goods } from '../../../contract/goods.ts'
import type { Fact } from '../../facts/fact-schema.ts'

/** What a slide shows of a fact. */
export function factLine(view: FactView): FactLine {
  const { id, short, statement, status, statusLabel, said, text, when } = view
  return {
    id,
    short,
    statement,
    status,
    statusLabel,
    said,
    text,
    ...(when === undefined ? {} : { when }),
  }
}

/** The icons of a fact, for a layout that draws them. */
export function goodsOf({ goods }: Pick<Fact, 'goods'>): { goods?: Goods[] } {
  return goods.length > 0 ? { goods: [...goods] } : {}
}
