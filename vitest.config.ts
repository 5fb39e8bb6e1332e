import vue from '@vitejs/plugin-vue'
import { configDefaults, defineConfig } from 'vitest/config'

/** Tests that run only where they are asked for: see vitest.asked.config.ts. */
export const asked = ['tests/package/*.test.ts', 'tests/trust/other-nodes.test.ts']

/**
 * Tests that start a browser or a server, run Slidev or Vite, or build whole units: minutes. All others are
 * done in seconds.
 */
const browser = [
  'tests/exports/{cartridge,office,players,qti3-player,whole}.test.ts',
  'tests/commands/{build,build-watched,bundle,dev,guide,lost-words,odd-files,present,print-failures,remembered-parts,review,shards,usage}.test.ts',
  'tests/decks-shell/**/*.test.ts',
  'tests/languages-shown.test.ts',
  'tests/outputs/added.test.ts',
  'tests/print/**/*.test.ts',
  'tests/question-types/{every-type,every-type-states,guide,markup}.test.ts',
  'tests/quiz/{faults,firefox,lazily,learn,overtaken,page,player,settings,walks}.test.ts',
  'tests/site/{browser,class,class-files,index,pages-browser,support}.test.ts',
  'tests/studio/{drafts-page,edit-session,firefox,studio,together}.test.ts',
  'tests/theme/{real-decks,slidev-markdown,theme}.test.ts',
  'tests/trust/*.test.ts',
]

/** Of these, those that put something in the place of a module: no other file may share what they import. */
const replacing = [
  'tests/commands/print-failures.test.ts',
  'tests/exports/{qti3-player,whole}.test.ts',
  'tests/outputs/added.test.ts',
]

export default defineConfig({
  // The table of players names their components.
  plugins: [vue()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'browser',
          // What one file has imported, opened and compiled serves the next.
          isolate: false,
          include: browser,
          exclude: [...configDefaults.exclude, ...asked, ...replacing],
        },
      },
      { extends: true, test: { name: 'browser-replacing', include: replacing } },
      {
        extends: true,
        test: {
          name: 'unit',
          // Pure code: files share what they import, which halves the time.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...asked, ...browser],
        },
      },
    ],
    // Builds and browsers share two cores: a slow machine is not a failing test.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    // Nor is what a page or a server shows a second later.
    expect: { poll: { timeout: 30_000 } },
    // With three, eight of the longest files took as long: 228 s, and 234 s with two.
    maxWorkers: 2,
    reporters: ['default', './tests/summary-reporter.ts'],
  },
})
