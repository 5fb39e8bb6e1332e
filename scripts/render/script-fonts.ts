// Fonts for scripts that the usual fonts do not have. They are many and large, so nobody gets them unasked:
// an author who needs one installs its package, and a build takes it from there. Nothing is ever fetched.

import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { AddedFont } from '../../contract/added-font.ts'

/** A script with the family that draws it: its name, its package in the scope below, its files' name. */
export interface ScriptFont {
  /** As Unicode calls it (Scripts.txt). */
  script: string
  family: string
  folder: string
}

const scope = '@expo-google-fonts'

const sans = (script: string, name = script): ScriptFont => ({
  script,
  family: `Noto Sans ${name}`,
  folder: `noto-sans-${name.toLowerCase()}`,
})

const scriptFonts: readonly ScriptFont[] = [
  sans('Arabic'),
  sans('Armenian'),
  sans('Bengali'),
  sans('Devanagari'),
  sans('Ethiopic'),
  sans('Georgian'),
  sans('Gujarati'),
  sans('Gurmukhi'),
  sans('Hebrew'),
  sans('Kannada'),
  sans('Khmer'),
  sans('Lao'),
  sans('Malayalam'),
  sans('Myanmar'),
  sans('Oriya'),
  sans('Sinhala'),
  sans('Tamil'),
  sans('Telugu'),
  sans('Thaana'),
  sans('Thai'),
  sans('Hangul', 'KR'),
  sans('Hiragana', 'JP'),
  sans('Katakana', 'JP'),
  { script: 'Tibetan', family: 'Noto Serif Tibetan', folder: 'noto-serif-tibetan' },
  sans('Han', 'SC'),
]

/** Han letters look different by language (Unicode 16, 18.1). */
const hanByLanguage: readonly [RegExp, string][] = [
  [/^ja\b/, 'JP'],
  [/^ko\b/, 'KR'],
  [/^zh-(?:hk|mo)\b/i, 'HK'],
  [/^zh-(?:hant|tw)\b/i, 'TC'],
]

const ofScript = new Map(
  scriptFonts.map((font) => [font.script, new RegExp(`\\p{Script_Extensions=${font.script}}`, 'u')]),
)

/** The family that draws a letter in a text of this language; undefined for letters of no such script. */
export function fontOfLetter(letter: string, language: string): ScriptFont | undefined {
  const font = scriptFonts.find(({ script }) => ofScript.get(script)!.test(letter))
  if (font?.script !== 'Han') return font
  const name = hanByLanguage.find(([tag]) => tag.test(language))?.[1]
  return name === undefined ? font : sans('Han', name)
}

/** What an author types to get a family. */
export function installCall({ folder }: ScriptFont): string {
  return `npm install ${scope}/${folder}`
}

/** Letters beyond Latin, Greek and Cyrillic, which the usual fonts have. */
const beyond =
  /[\u0530-\u1DFF\u2E80-\uD7FF\uF900-\uFAFF\uFE70-\uFEFF\u{10000}-\u{1EFFF}\u{20000}-\u{323AF}]/gu

/** Whether the usual fonts leave a letter to others. */
export function isBeyondUsual(letter: string): boolean {
  return letter.search(beyond) === 0
}

/**
 * The families for these texts that are installed: in `node_modules` of the content folder or of one above
 * it, or beside factdeck. The same texts and packages give the same list.
 */
export function addedFonts(texts: string, language: string, contentFolder: string): AddedFont[] {
  const wanted = new Map<string, ScriptFont>()
  for (const letter of new Set(texts.match(beyond))) {
    const font = fontOfLetter(letter, language)
    if (font) wanted.set(font.folder, font)
  }
  return [...wanted.values()]
    .toSorted((one, other) => (one.family < other.family ? -1 : 1))
    .flatMap((font) => find(font, contentFolder) ?? [])
}

/** What worksheets, slides and pages use. */
const weights = { 400: '400Regular', 600: '600SemiBold', 700: '700Bold' }

function find({ family, folder }: ScriptFont, contentFolder: string): AddedFont | undefined {
  const name = family.replaceAll(' ', '')
  for (const modules of moduleFolders(contentFolder)) {
    const from = join(modules, scope, folder)
    const manifest = join(from, 'package.json')
    if (!existsSync(manifest)) continue
    const files = Object.entries(weights).flatMap(([weight, style]) => {
      const file = join(from, style, `${name}_${style}.ttf`)
      return isTrueType(file) ? [[weight, file]] : []
    })
    if (files.length === 0) continue
    const version = versionIn(manifest)
    return {
      family,
      version,
      files: Object.fromEntries(files) as AddedFont['files'],
      // Digests and pages must not know where on this machine it lies.
      toJSON: () => ({ family, version }),
    }
  }
  return undefined
}

/** From the content folder upwards, then those in which factdeck finds its own packages. */
function moduleFolders(contentFolder: string): string[] {
  const above: string[] = []
  for (let folder = resolve(contentFolder); ; folder = dirname(folder)) {
    above.push(join(folder, 'node_modules'))
    if (folder === dirname(folder)) break
  }
  return [...new Set([...above, ...(createRequire(import.meta.url).resolve.paths(scope) ?? [])])]
}

/** A unit is somebody else's folder: what is no font there is not read (OpenType specification, 4). */
function isTrueType(file: string): boolean {
  const start = Buffer.alloc(4)
  try {
    const opened = openSync(file, 'r')
    try {
      readSync(opened, start, 0, 4, 0)
    } finally {
      closeSync(opened)
    }
  } catch {
    return false
  }
  return start.readUInt32BE() === 0x00010000 || start.toString('latin1') === 'OTTO'
}

function versionIn(manifest: string): string {
  try {
    return String((JSON.parse(readFileSync(manifest, 'utf8')) as { version?: unknown }).version)
  } catch {
    return ''
  }
}
