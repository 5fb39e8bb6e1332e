// What Slidev's compiler makes of a slide's file, made at run time instead: the layout with the frontmatter as props and the body in its slots.

import { frontmatterToProps, useSlideContext } from '@slidev/client/context.ts'
import { createStaticVNode, defineComponent, h, type PropType, type VNode } from 'vue'
import layouts from 'factdeck:layouts'
import type { SlideData } from '../../../../scripts/render/slidev/deck-data.ts'

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
      return h(layout, frontmatterToProps($frontmatter, $page.value - 1), Object.fromEntries(slots))
    }
  },
})
