// What Slidev's compiler makes of a slide's file, made at run time instead: the layout with the frontmatter
// as props and the body in its slots.

import { frontmatterToProps, useSlideContext } from '@slidev/client/context.ts'
import * as Vue from 'vue'
import { type Component, createStaticVNode, defineComponent, h, type PropType, type VNode } from 'vue'
import layouts from 'factdeck:layouts'
import type { SlideData } from '../../../../contract/deck-data.ts'

export const SlideBody = defineComponent({
  name: 'SlideBody',
  props: { slide: { type: Object as PropType<SlideData>, required: true } },
  setup(props) {
    const { $clicksContext, $frontmatter, $page } = useSlideContext()
    $clicksContext.setup()
    return () => {
      const layout = layouts[props.slide.layout]
      if (!layout) throw new Error(`Unexpected layout "${props.slide.layout}", expected one of the shell's`)
      const slots = Object.entries(props.slide.body ?? {}).map(([name, html]): [string, () => VNode[]] => [
        name,
        () => [createStaticVNode(html, 1)],
      ])
      for (const [name, key] of Object.entries(props.slide.compiled ?? {})) {
        const component = compiledBody(key)
        slots.push([name, () => [h(component)]])
      }
      return h(layout, frontmatterToProps($frontmatter, $page.value - 1), Object.fromEntries(slots))
    }
  },
})

const compiledBodies = new Map<string, Component>()

function compiledBody(key: string): Component {
  const known = compiledBodies.get(key)
  if (known) return known
  const make = window.factdeckRenders?.[key]
  if (!make) throw new Error(`Unexpected body ${key}, expected one of the page's: reload it`)
  const component = defineComponent({
    name: 'HandwrittenBody',
    setup: () => ({ ...useSlideContext() }),
    render: make(Vue) as never,
  })
  compiledBodies.set(key, component)
  return component
}
