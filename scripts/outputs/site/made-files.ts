/** The files of one deck or quiz that exist, by kind; paths relative to the output folder. */
export interface MadeFiles {
  oneFile?: string
  hosted?: string
  markdown?: string
  slidesPdf?: string
  handout?: string
  play?: string
  key?: string
  worksheets: { version: string; path: string }[]
  largePrint: { version: string; path: string }[]
}

type Single = Exclude<keyof MadeFiles, 'worksheets' | 'largePrint'>

const single: readonly [RegExp, Single][] = [
  [/^decks\/([^/]+)\.html$/, 'oneFile'],
  [/^decks\/([^/]+)\/index\.html$/, 'hosted'],
  [/^slidev\/([^/]+)\.md$/, 'markdown'],
  [/^pdf\/([^/]+)-slides\.pdf$/, 'slidesPdf'],
  [/^pdf\/([^/]+)-handout\.pdf$/, 'handout'],
  [/^quizzes\/([^/]+)\.html$/, 'play'],
  [/^pdf\/([^/]+)-key\.pdf$/, 'key'],
]

/** Sorts paths such as `pdf/tides-worksheet-A.pdf` by the deck or quiz that they belong to; other paths are left alone. */
export function sortMadeFiles(paths: readonly string[]): {
  of(id: string): MadeFiles
  anyPdf: boolean
} {
  const found = new Map<string, MadeFiles>()
  const of = (id: string): MadeFiles => {
    const files = found.get(id) ?? { worksheets: [], largePrint: [] }
    found.set(id, files)
    return files
  }
  for (const path of paths.toSorted()) {
    for (const [pattern, kind] of single) {
      const id = pattern.exec(path)?.[1]
      if (id) of(id)[kind] ??= path
    }
    const worksheet = /^pdf\/(.+?)-worksheet-([A-Z])(-large(?:-print)?)?\.pdf$/.exec(path)
    const large = /^pdf\/(.+?)-(?:worksheet-)?large(?:-print)?(?:-([A-Z]))?\.pdf$/.exec(path)
    if (worksheet) {
      const [, id, version, isLarge] = worksheet
      of(id!)[isLarge ? 'largePrint' : 'worksheets'].push({ version: version!, path })
    } else if (large) {
      of(large[1]!).largePrint.push({ version: large[2] ?? '', path })
    }
  }
  return {
    of: (id) => found.get(id) ?? { worksheets: [], largePrint: [] },
    anyPdf: paths.some((path) => path.startsWith('pdf/')),
  }
}
