// A lesson while somebody makes it: its sections and slides, every way in which they change, and the minutes
// that they take.

import { computed, nextTick, reactive, ref } from 'vue'
import { sectionKeys } from './row-keys.ts'
import { inTurn, save } from './saving.ts'
import type { OutlineSection, OutlineSlide } from './unit-types.ts'
import { banks, factById, outlines, studio } from './unit.ts'
import { plain, withoutEmpty } from './values.ts'

/** A lesson before it has a slide, and with it a file. */
export interface NewLesson {
  id: string
  title: string
  audience: string
  minutes: number
  objectives: string[]
}

/** A slide of a section, both counted from 0. */
export interface Spot {
  section: number
  slide: number
}

export type LessonDraft = ReturnType<typeof openLesson>

/** Whether somebody is writing already, who must not be sent elsewhere when a save ends. */
const typing = (): boolean => document.activeElement?.matches('input, textarea') ?? false

/** What a slide shows, in a word. */
export const slideKind = (slide: OutlineSlide): string =>
  slide.discuss
    ? 'discussion'
    : slide.facts
      ? 'fact'
      : slide.question
        ? 'question'
        : slide.take
          ? 'topic'
          : 'hand-written'

/** Opens the lesson that the address names, or the first one. */
export function openLesson(at: () => string | undefined) {
  const deck = computed(() => outlines.value.find(({ id }) => id === at()) ?? outlines.value[0])
  const first = ref<NewLesson>()
  const heads = computed(() => first.value ?? deck.value)
  const file = computed(() => (first.value ? `slides/${first.value.id}.json` : (deck.value?.file ?? '')))
  const sections = computed(() => (first.value ? [] : (deck.value?.sections ?? [])))

  /** Writes other sections. An outline is a file as soon as it has a slide. */
  async function put(label: string, next: readonly OutlineSection[]): Promise<boolean> {
    const value = next.filter(({ slides }) => slides.length > 0 || next.length === 1)
    if (first.value) {
      const { id: _, ...rest } = first.value
      const made = await save(label, [
        {
          file: file.value,
          path: [],
          value: {
            $schema: '../schemas/outline.schema.json',
            title: rest.title,
            summary: `${rest.title}, in ${rest.minutes} minutes.`,
            audience: rest.audience,
            minutes: rest.minutes,
            objectives: rest.objectives,
            sections: next,
          },
        },
      ])
      if (made) {
        location.hash = `#/lesson/${first.value.id}`
        first.value = undefined
      }
      return made
    }
    return save(label, [{ file: file.value, path: ['sections'], was: sections.value, value }])
  }
  function setDeck(key: 'title' | 'audience' | 'minutes', value: string): void {
    if (!deck.value || first.value) return
    const next = key === 'minutes' ? Number(value) : value.trim()
    if (next === deck.value[key] || next === '' || Number.isNaN(next)) return
    void save(`${key} of the lesson`, [{ file: file.value, path: [key], was: deck.value[key], value: next }])
  }

  // What it holds.
  const used = computed(() => {
    const shown = new Set<string>()
    for (const { slides } of sections.value)
      for (const slide of slides) {
        for (const id of slide.facts ?? []) shown.add(id)
        if (slide.question) shown.add(slide.question)
      }
    return shown
  })
  const stems = computed(
    () =>
      new Map(banks.value.flatMap(({ questions }) => questions.map(({ id, stem }) => [id, stem] as const))),
  )
  function slideName(slide: OutlineSlide): string {
    if (slide.facts && !slide.discuss)
      return slide.facts.map((id) => factById.value.get(id)?.short ?? id).join(' · ')
    if (slide.question) return stems.value.get(slide.question) ?? slide.question
    if (slide.discuss) return slide.discuss
    if (slide.take) return `all of ${slide.take.topic ?? slide.take.tag ?? 'a topic'}`
    return slide.markdown ?? 'a slide'
  }

  const into = ref(0)
  /** Puts a slide at the end of the section that was touched last, or at a place. */
  const add = inTurn(async (slide: OutlineSlide, section?: number, place?: number): Promise<void> => {
    const next = plain(sections.value)
    if (next.length === 0) next.push({ title: heads.value?.title ?? 'Section', slides: [] })
    const target = next[Math.min(section ?? into.value, next.length - 1)]!
    target.slides.splice(place ?? target.slides.length, 0, slide)
    into.value = next.indexOf(target)
    await put(`${slideKind(slide)} added`, next)
  })
  const addSection = inTurn(async (): Promise<void> => {
    const next = plain(sections.value)
    // A section holds a slide; a discussion is one that the author writes anyway.
    next.push({ title: 'New section', slides: [{ discuss: 'What is still open?' }] })
    into.value = next.length - 1
    if (await put('section added', next)) {
      await nextTick()
      document.querySelector<HTMLInputElement>(`#section-${into.value}`)?.select()
    }
  })
  const change = inTurn(async (section: number, over: Partial<OutlineSection>): Promise<void> => {
    const next = plain(sections.value)
    next[section] = withoutEmpty({ ...next[section]!, ...over })
    await put('section changed', next)
  })
  const changeSlide = inTurn(
    async (section: number, slide: number, over: Partial<OutlineSlide>): Promise<void> => {
      const next = plain(sections.value)
      next[section]!.slides[slide] = withoutEmpty({ ...next[section]!.slides[slide]!, ...over })
      await put('slide changed', next)
    },
  )
  const move = inTurn(async (from: Spot, to: Spot): Promise<void> => {
    const next = plain(sections.value)
    const [slide] = next[from.section]!.slides.splice(from.slide, 1)
    if (!slide) return
    const shift = from.section === to.section && from.slide < to.slide ? 1 : 0
    next[to.section]!.slides.splice(to.slide - shift, 0, slide)
    const landed = next[to.section]!.slides.indexOf(slide)
    const gone = next.slice(0, to.section).filter(({ slides }) => slides.length === 0).length
    if (await put('slide moved', next)) {
      await nextTick()
      if (!typing()) document.getElementById(`slide-${to.section - gone}-${landed}`)?.focus()
    }
  })
  /** By keyboard: one place up or down, into the next section at its end. */
  async function nudge({ section, slide }: Spot, by: 1 | -1): Promise<void> {
    const count = sections.value[section]!.slides.length
    const to = slide + by
    if (to >= 0 && to < count) await move({ section, slide }, { section, slide: by > 0 ? to + 1 : to })
    else if (sections.value[section + by])
      await move(
        { section, slide },
        { section: section + by, slide: by > 0 ? 0 : sections.value[section - 1]!.slides.length },
      )
  }
  const moveSection = inTurn(async (section: number, by: 1 | -1): Promise<void> => {
    const next = plain(sections.value)
    const [moved] = next.splice(section, 1)
    if (!moved || section + by < 0 || section + by > next.length) return
    next.splice(section + by, 0, moved)
    if (await put('section moved', next)) {
      await nextTick()
      if (!typing()) document.getElementById(`section-${section + by}`)?.focus()
    }
  })
  const take = inTurn(async (section: number, slide: number): Promise<void> => {
    const next = plain(sections.value)
    next[section]!.slides.splice(slide, 1)
    if (next.every(({ slides }) => slides.length === 0)) {
      studio.failed = 'A lesson holds a slide at least: put another one in first.'
      return
    }
    await put('slide taken out', next)
  })

  // Minutes.
  const plan = computed(() => studio.decks.find(({ id }) => id === deck.value?.id && !first.value))
  const sectionMinutes = computed(() => {
    const minutes: number[] = []
    for (const { layout, minutes: each } of plan.value?.slides ?? []) {
      if (layout === 'section') minutes.push(0)
      if (minutes.length > 0 && layout !== 'recap' && layout !== 'sources')
        minutes[minutes.length - 1]! += each
    }
    return minutes
  })
  const fixed = computed(() => sections.value.reduce((sum, { minutes = 0 }) => sum + minutes, 0))
  const minutesLine = computed(() => {
    const total = heads.value?.minutes ?? 0
    const open = sections.value.filter(({ minutes }) => minutes === undefined).length
    if (fixed.value > total) return `The sections take ${fixed.value} minutes, the lesson has ${total}.`
    if (fixed.value === 0) return `${total} minutes, shared out by the planner.`
    return `${fixed.value} of ${total} minutes given to sections${open > 0 ? `; the planner shares out the other ${total - fixed.value}` : `, ${total - fixed.value} left for opening and closing`}.`
  })

  return reactive({
    deck,
    first,
    heads,
    file,
    sections,
    keys: sectionKeys(() => sections.value),
    setDeck,
    used,
    slideName,
    into,
    add,
    addSection,
    change,
    changeSlide,
    move,
    nudge,
    moveSection,
    take,
    plan,
    sectionMinutes,
    fixed,
    minutesLine,
  })
}
