// In place of /@slidev/title-renderer: the title of a slide, rendered when the deck was made.

import { useSlideContext } from '@slidev/client/context.ts'
import { createStaticVNode, defineComponent } from 'vue'
import { slides } from './slides.ts'

export default defineComponent({
  name: 'TitleRenderer',
  props: { no: { type: [Number, String] } },
  setup(props) {
    const { $page } = useSlideContext()
    return () => {
      const slide = slides.value[Number(props.no ?? $page.value) - 1]?.meta.slide as
        | { titleHTML?: string }
        | undefined
      return createStaticVNode(slide?.titleHTML ?? '', 1)
    }
  },
})
