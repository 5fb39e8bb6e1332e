// In place of client/slide-body.ts where a deck has slides that Slidev's compiler made: those are taken from
// the registry, all others are data as everywhere.

import { defineComponent, h, type PropType } from 'vue'
import type { SlideData } from '../../../../contract/deck-data.ts'
import { SlideBody as DataBody } from '../client/slide-body.ts'
import { provideLayout } from './data-layout.ts'
import { compiledSlide } from './registry.ts'

export const SlideBody = defineComponent({
  name: 'CompiledOrData',
  props: { slide: { type: Object as PropType<SlideData>, required: true } },
  setup(props) {
    provideLayout(props.slide.layout)
    return () => {
      const { module } = props.slide
      return module === undefined ? h(DataBody, { slide: props.slide }) : h(compiledSlide(module))
    }
  },
})
