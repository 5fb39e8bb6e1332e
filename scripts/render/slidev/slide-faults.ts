// What Vue cannot compile of a hand-written slide, found just before Vue sees it, in every slide, each with
// its place in the author's file.

import { basename } from 'node:path'
import { babelParse, compileScript, compileTemplate, parse, type CompilerError } from 'vue/compiler-sfc'
import type { Plugin } from 'vite'
import type { WrittenSlide } from './compiled-slides.ts'
import { placeOf, sameOffset, worded, type SlideFault } from './slide-places.ts'

const slideId = /__slidev_(\d+)\.md$/

/**
 * Collects faults into `faults`; the build ends after all slides were seen. `slides` follow the shell's own
 * one, in order.
 */
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
    buildEnd(failure) {
      // All slides were seen; what would come now is of no use.
      if (!failure && faults.length > 0)
        throw new Error(`Unexpected ${faults.length} faults in slides, expected none`)
    },
  }
}

/** Has what Slidev's Markdown plugin throws about a slide collected as well. */
export function withFaultsOfMarkdown(
  plugins: readonly Plugin[],
  slides: readonly WrittenSlide[],
  faults: SlideFault[],
): Plugin[] {
  return plugins.map((plugin) => {
    const { transform } = plugin
    if (plugin.name !== 'unplugin-vue-markdown' || !transform) return plugin
    const handler = typeof transform === 'function' ? transform : transform.handler
    const collecting: typeof handler = async function (code, id, options) {
      try {
        return await handler.call(this, code, id, options)
      } catch (thrown) {
        const fault = faultOf(thrown, slides[Number(slideId.exec(id)?.[1]) - 2])
        if (!fault) throw thrown
        faults.push(fault)
        return {
          code: '<template><div></div></template>\n<script setup>\nconst nothing = 0\n</script>',
          map: null,
        }
      }
    }
    return {
      ...plugin,
      transform: typeof transform === 'function' ? collecting : { ...transform, handler: collecting },
    }
  })
}

/** The faults that Vite threw, as far as they are about one of the slides. */
export function faultsOf(thrown: unknown, slides: readonly WrittenSlide[]): SlideFault[] {
  const { errors = [thrown] } = thrown as { errors?: unknown[] }
  return errors.flatMap((problem) => {
    const text = `${(problem as { id?: string }).id ?? ''} ${String(problem)}`
    return faultOf(problem, slides[Number(/__slidev_(\d+)\.md/.exec(text)?.[1]) - 2]) ?? []
  })
}

/**
 * Files outside of the unit that compiling slides would have read, in each slide that names one; where none
 * does, as for a glob, in the slide that `thrown` tells of.
 */
export function faultsOfReads(
  refused: ReadonlySet<string>,
  thrown: unknown,
  slides: readonly WrittenSlide[],
): SlideFault[] {
  const told = slides[Number(/__slidev_(\d+)\.md/.exec(String(thrown))?.[1]) - 2]
  return [...refused].flatMap((path) => {
    const name = basename(path)
    const naming = slides.filter(({ body }) => body.includes(name))
    const globbing = slides.filter(({ body }) => body.includes('import.meta.glob'))
    const suspects = [naming, globbing, told ? [told] : []].find(({ length }) => length > 0) ?? slides
    return suspects.map((slide) => outsideUnit(slide, name))
  })
}

function outsideUnit(slide: WrittenSlide, name: string): SlideFault {
  const at = Math.max(slide.body.indexOf(name), slide.body.search(/import\.meta\.glob/), 0)
  // The whole path begins after a quotation mark, a bracket or a blank.
  const begins = /[^\s'"`(]*$/.exec(slide.body.slice(0, at))?.index ?? at
  return {
    ...placeOf(slide, begins),
    message: `Unexpected file "${name}" of this machine, expected nothing from outside of the unit; a slide may use the packages that factdeck has, and pictures of slides/`,
    rule: 'render/outside-unit',
  }
}

/** A message that names something between quotes is put where that stands. */
function faultOf(thrown: unknown, slide: WrittenSlide | undefined): SlideFault | undefined {
  if (!slide) return undefined
  const { message } = thrown as Error
  const outside = /Import "([^"]+)" from slide Markdown resolves outside/.exec(message)?.[1]
  if (outside !== undefined) return outsideUnit(slide, basename(outside.replace(/\?.*$/s, '')))
  const named = /[`'"]([^`'"\n]+)[`'"]/.exec(message)?.[1]
  const at = named === undefined ? 0 : Math.max(slide.body.indexOf(named), 0)
  return { ...placeOf(slide, at), message: worded(message) }
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
  const imports: string[] = []
  for (const block of [descriptor.script, descriptor.scriptSetup]) {
    if (!block) continue
    try {
      const { program } = babelParse(block.content, { sourceType: 'module', plugins: ['typescript'] })
      for (const statement of program.body)
        if (statement.type === 'ImportDeclaration' && statement.importKind !== 'type')
          imports.push(statement.source.value)
    } catch (thrown) {
      const { message, pos = 0 } = thrown as Error & { pos?: number }
      add(message, block.content, pos)
    }
  }
  if (errors.length === 0) {
    const template = descriptor.template?.content ?? ''
    const broken = compileTemplate({ source: template, filename: 'slide.vue', id: 'slide' }).errors
    for (const problem of broken) {
      if (typeof problem === 'string') add(problem, template, 0)
      else add(problem.message, template, offsetIn(problem))
    }
  }
  if (faults.length === 0) {
    try {
      compileScript(descriptor, { id: 'slide', inlineTemplate: false, sourceMap: false })
    } catch (thrown) {
      add((thrown as Error).message, '', 0)
    }
  }
  // Slidev's own imports stand in the same script; the author's are what stands in the slide.
  return {
    faults,
    imports: imports.filter((name) => slide.body.includes(`'${name}'`) || slide.body.includes(`"${name}"`)),
  }
}

function offsetIn({ loc }: CompilerError): number {
  return loc?.start.offset ?? 0
}
