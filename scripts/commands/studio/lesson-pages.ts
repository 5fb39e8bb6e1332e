// The planner's real slides beside the lesson that somebody is making: pages of decks, made when they are
// asked for, from the unit as it lies on the disk.

import { hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Deck } from '../../../contract/deck.ts'
import type { PlannedDeck } from '../../../contract/studio.ts'
import type { openRender } from '../../render/open-render.ts'
import type { KnownFiles, Reading } from '../../source/content-folder.ts'
import { loadContent } from '../load-content.ts'
import { pagesOnRequest, type Page, type Pages } from '../pages-on-request.ts'
import type { SoundMemory } from '../remembered-sound.ts'
import { wantedOutputs } from '../wanted-outputs.ts'

export interface LessonPages {
  /** Reads and plans the unit anew. */
  plan(): Promise<{ diagnostics: Diagnostic[]; decks: PlannedDeck[] }>
  /** A file of the preview; undefined where there is none. */
  file(path: string): Promise<Page | undefined>
}

export function openLessonPages(
  root: string,
  render: ReturnType<typeof openRender>,
  { sound, ...reading }: Pick<Reading, 'followLinks'> & { sound: SoundMemory },
): LessonPages {
  const known: KnownFiles = new Map()
  let pages: Pages | undefined
  return {
    async plan() {
      const { content, planned, diagnostics } = await loadContent(root, undefined, {
        ...reading,
        known,
        sound,
      })
      await sound.keep()
      // What its checks say of the evidence is no reason to show no slides.
      const shown = content ?? (hasErrors(diagnostics.filter(isOfPlans)) ? undefined : planned)
      if (shown)
        pages = pagesOnRequest(wantedOutputs({ only: ['decks', 'quizzes'], browser: false }), shown, {
          render,
          given: {},
        })
      return { diagnostics, decks: shown?.decks.map(plannedDeck) ?? [] }
    },
    file: async (path) => pages?.file(path),
  }
}

function isOfPlans({ at }: Diagnostic): boolean {
  return at.file.startsWith('slides/')
}

function plannedDeck({ id, minutes, slides }: Deck): PlannedDeck {
  return {
    id,
    minutes,
    slides: slides.map((slide) => ({
      title: slide.kind === 'layout' ? titleOf(slide.props) : slide.file,
      layout: slide.kind === 'layout' ? slide.layout : 'handwritten',
      minutes: slide.notes.minutes,
    })),
  }
}

function titleOf(props: { title: string }): string {
  return props.title
}
