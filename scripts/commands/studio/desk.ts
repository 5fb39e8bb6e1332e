// A unit that is open in the studio, with all that keeps up with it: its checks, its slides, and whoever
// watches its folders.

import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Checked } from '../../../contract/studio.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { openRender } from '../../render/open-render.ts'
import type { Reading } from '../../source/content-folder.ts'
import { explain, faultText } from '../explain.ts'
import type { Io } from '../io.ts'
import { loadContent } from '../load-content.ts'
import { queuedRuns } from '../queued-runs.ts'
import { openSoundMemory } from '../remembered-sound.ts'
import { watchFolders } from '../watch-folders.ts'
import { checkedFrom } from './checked.ts'
import { openLessonPages, type LessonPages } from './lesson-pages.ts'
import { openStudioUnit, type StudioUnit } from './studio-unit.ts'

export interface Desk {
  unit: StudioUnit
  lessons: LessonPages
  checked: Checked | undefined
  decks: Awaited<ReturnType<LessonPages['plan']>>['decks']
  recheck(): void
  /** All that a check says, with the articles where there are any. */
  check(): Promise<Diagnostic[]>
  close(): Promise<void>
}

interface DeskOptions {
  io: Pick<Io, 'cwd' | 'err' | 'env'>
  render: ReturnType<typeof openRender>
  /** Where journals of all units are kept. */
  journals: string
  reading: Pick<Reading, 'followLinks'>
  /** Tells every open page. */
  tell(event: 'changed' | 'checked', data: unknown): void
}

/** Opens the unit in a folder. @param given folder of the articles; absent: `articles/` of the unit */
export async function openDesk(
  content: string,
  given: string | undefined,
  { io, render, journals, reading, tell }: DeskOptions,
): Promise<Desk> {
  const root = resolve(io.cwd, content)
  const articles = given === undefined ? join(root, 'articles') : resolve(io.cwd, given)
  const shown = { root: content, articles: relative(io.cwd, articles) || '.', cwd: io.cwd }
  const unit = await openStudioUnit({ root, articles, shown, journals, reading })
  const sound = await openSoundMemory(root, articles, io)
  const lessons = openLessonPages(root, render, {
    ...reading,
    sound: await openSoundMemory(root, undefined, io),
  })
  /** Of the files that were checked last. */
  let version = ''
  const checks = queuedRuns(async () => {
    try {
      version = (await unit.read()).version
      const { diagnostics, decks } = await lessons.plan()
      desk.checked = checkedFrom(diagnostics)
      tell('checked', { ...desk.checked, decks })
      desk.decks = decks
    } catch (thrown) {
      io.err(explain(thrown)?.text ?? faultText(thrown))
    }
  })
  const desk: Desk = {
    unit,
    lessons,
    checked: undefined,
    decks: [],
    recheck: () => checks.ask('content'),
    async check() {
      const folder = existsSync(articles) ? articles : undefined
      const { diagnostics } = await loadContent(root, folder, { ...reading, sound })
      await sound.keep()
      return diagnostics
    },
    async close() {
      await Promise.all(watched.map((each) => each.close()))
      await checks.idle()
      await unit.close()
    },
  }
  const noticed = {
    changed() {
      unit.changed()
      void unit.read().then(
        (read) => {
          tell('changed', { version: read.version })
          if (read.version !== version) desk.recheck()
        },
        () => {},
      )
    },
    failed: (thrown: unknown) =>
      io.err(
        `factdeck: error: Unexpected end of watching, expected folders that can be watched: ${String(thrown)}; start studio again`,
      ),
  }
  const watched = await Promise.all([
    watchFolders([root], { ...noticed, only: ['facts', 'questions', 'slides', 'drafts'] }),
    watchFolders([articles], { ...noticed, depth: 0 }),
  ])
  desk.recheck()
  return desk
}
