// What Vue cannot compile of a hand-written slide, found just before Vue sees it, in every slide, each with its place in the author's file.

import { compileScript, compileTemplate, parse, type CompilerError } from 'vue/compiler-sfc'
import type { Plugin } from 'vite'
import type { WrittenSlide } from './compiled-slides.ts'

/** A fault, with its place in a file of slides/; line and column from 1. */
export interface SlideFault {
  file: string
  line: number
  column: number
  message: string
}

const slideId = /__slidev_(\d+)\.md$/

/** Collects faults into `faults` and lets the build go on with an empty slide. `slides` follow the shell's own one, in order. */
export function slideFaults(slides: readonly WrittenSlide[], faults: SlideFault[]): Plugin {
  return {
    name: 'factdeck:slide-faults',
    async transform(code, id) {
      const slide = slides[Number(slideId.exec(id)?.[1]) - 2]
      if (!slide) return null
      const found = findFaults(code, slide)
      for (const name of found.imports) {
        if (await this.resolve(name, id)) continue
        const at = Math.max(slide.body.indexOf(`'${name}'`), slide.body.indexOf(`"${name}"`))
        found.faults.push({
          ...placeOf(slide, Math.max(at, 0)),
          message: `Unexpected import of "${name}", expected a package that factdeck has; files beside the slides are not taken along`,
        })
      }
      if (found.faults.length === 0) return null
      faults.push(...found.faults)
      return { code: '<template><div></div></template>', map: null }
    },
  }
}

/** The fault that Slidev or Vite threw, if it is about one of the slides. */
export function faultOf(thrown: unknown, slides: readonly WrittenSlide[]): SlideFault | undefined {
  const text = `${(thrown as { id?: string }).id ?? ''} ${String(thrown)}`
  const slide = slides[Number(/__slidev_(\d+)\.md/.exec(text)?.[1]) - 2]
  const message = (thrown as Error).message.split('\n').find((line) => line.trim() !== '') ?? ''
  return slide && { ...placeOf(slide, 0), message: worded(message) }
}

/** Faults of one slide as Slidev hands it to Vue, and what its script imports. */
function findFaults(code: string, slide: WrittenSlide): { faults: SlideFault[]; imports: string[] } {
  const faults: SlideFault[] = []
  const add = (text: string, source: string, offset: number): void => {
    faults.push({ ...placeOf(slide, sameOffset(source, offset, slide.body)), message: worded(text) })
  }
  const { descriptor, errors } = parse(code, { filename: 'slide.vue', sourceMap: false })
  for (const problem of errors) {
    if ('code' in problem && problem.loc) add(problem.message, code, problem.loc.start.offset)
    else add(problem.message, code, 0)
  }
  if (faults.length > 0) return { faults, imports: [] }
  let imports: string[] = []
  let bindings: ReturnType<typeof compileScript>['bindings']
  try {
    const script = compileScript(descriptor, { id: 'slide', inlineTemplate: false, sourceMap: false })
    bindings = script.bindings
    imports = [...(script.scriptAst ?? []), ...(script.scriptSetupAst ?? [])].flatMap((statement) =>
      statement.type === 'ImportDeclaration' && statement.importKind !== 'type' ? statement.source.value : [],
    )
  } catch (thrown) {
    const { message, pos } = thrown as Error & { pos?: number }
    const block = descriptor.scriptSetup ?? descriptor.script
    add(message, block?.content ?? '', pos ?? 0)
  }
  const template = descriptor.template?.content ?? ''
  const { errors: broken } = compileTemplate({
    source: template,
    filename: 'slide.vue',
    id: 'slide',
    compilerOptions: { ...(bindings ? { bindingMetadata: bindings } : {}) },
  })
  for (const problem of broken) {
    if (typeof problem === 'string') add(problem, template, 0)
    else add(problem.message, template, offsetIn(problem))
  }
  // Slidev's own imports stand on the same script; the author's are what stands in the slide.
  return {
    faults,
    imports: imports.filter((name) => slide.body.includes(`'${name}'`) || slide.body.includes(`"${name}"`)),
  }
}

function offsetIn({ loc }: CompilerError): number {
  return loc?.start.offset ?? 0
}

function worded(message: string): string {
  const [first = ''] = message.replace('[vue/compiler-sfc] ', '').split('\n')
  return `Unexpected slide, expected what Slidev can compile: ${first.replace(/\s*\(\d+:\d+\)$/, '').trim()}`
}

function placeOf({ file, line, body }: WrittenSlide, offset: number): Omit<SlideFault, 'message'> {
  const before = body.slice(0, offset).split('\n')
  return {
    file,
    line: line + before.length - 1,
    column: (before.at(-1)?.length ?? 0) + 1,
  }
}

/**
 * Where that which stands at an offset of a compiled text stands in the text that it was made from; 0 where it is not found. Markdown leaves
 * tags, expressions and scripts as they are, so the same words are looked for, and among several the one with as many before it.
 */
function sameOffset(made: string, offset: number, written: string): number {
  const rest = made.slice(offset).split('\n')[0]?.trimEnd() ?? ''
  for (let length = rest.length; length >= Math.min(rest.length, 3) && length > 0; length -= 1) {
    const words = rest.slice(0, length)
    const nth = made.slice(0, offset).split(words).length - 1
    const all = placesOf(words, written)
    if (all.length > 0) return all[Math.min(nth, all.length - 1)] ?? 0
  }
  const lineStart = made.lastIndexOf('\n', offset - 1) + 1
  const before = made.slice(lineStart, offset).trimStart()
  return before === ''
    ? 0
    : Math.max(written.indexOf(before), 0) + (written.includes(before) ? before.length : 0)
}

function placesOf(words: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at)
  return places
}
