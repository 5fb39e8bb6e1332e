// The layout that Slidev's compiler puts around every slide it makes: it shows the one that the deck's data
// names, with the data as props. So a compiled slide is its body alone, and may stand in any deck.

import { frontmatterToProps, useSlideContext } from '@slidev/client/context.ts'
import { defineComponent, h, inject, type InjectionKey, provide } from 'vue'
import layouts from 'factdeck:layouts'

const layoutName: InjectionKey<string> = Symbol('layout')

export function provideLayout(name: string): void {
  provide(layoutName, name)
}

export default defineComponent({
  name: 'DataLayout',
  inheritAttrs: false,
  setup(_, { slots }) {
    const { $frontmatter, $page } = useSlideContext()
    const layout = layouts[inject(layoutName, 'default')]
    if (!layout) throw new Error('Unexpected layout, expected one of the shell')
    return () => h(layout, frontmatterToProps($frontmatter, $page.value - 1), slots)
  },
})
