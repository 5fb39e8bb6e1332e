import { onBeforeUnmount, reactive } from 'vue'
import type { LessonDraft, Spot } from './lesson-draft.ts'
import type { OutlineSlide } from './unit-types.ts'

/** What is dragged: a slide of the lesson, or one that is to be put in. */
interface Dragged {
  from?: Spot
  slide?: OutlineSlide
}

export type SlideDrag = ReturnType<typeof openDrag>

/** Dragging of slides, into a lesson and within it. */
export function openDrag(lesson: LessonDraft) {
  let dragged: Dragged | undefined
  const drag = reactive({
    /** Where it would be put. */
    over: '',
    start(event: DragEvent, what: Dragged): void {
      dragged = what
      event.dataTransfer?.setData('text/plain', 'slide')
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
    },
    drop(to: Spot): void {
      const what = dragged
      dragged = undefined
      drag.over = ''
      if (what?.from) void lesson.move(what.from, to)
      else if (what?.slide) void lesson.add(what.slide, to.section, to.slide)
    },
  })
  onBeforeUnmount(() => (dragged = undefined))
  return drag
}
