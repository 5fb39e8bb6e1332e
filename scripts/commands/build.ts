import { resolve } from 'node:path'
import type { Options, Values } from '../diagnostics/options.ts'
import { BrowserMissing } from '../render/browser.ts'
import { withRender, type OpenRender } from '../render/open-render.ts'
import type { KnownFiles, Reading } from '../source/content-folder.ts'
import type { ReadFiles } from '../source/staged-tree.ts'
import { buildWatched } from './build-watched.ts'
import { command } from './command.ts'
import { exit, type Io } from './io.ts'
import { ThreadFailed, withJudging, type Judging } from './judging.ts'
import { loadAhead, loadContent, type LoadedAhead } from './load-content.ts'
import { articlesOption, unitOptions } from './options.ts'
import { judgeFor, makeInto, refuseContent, startAhead, type Into } from './make-unit.ts'
import { progress } from './progress.ts'
import type { Wary } from './read-unit.ts'
import { count, countFiles, noteOfPassages, report, tellFailures } from './report.ts'
import { openPartMemory, type PartMemory } from './remembered-parts.ts'
import { openSoundMemory, type SoundMemory } from './remembered-sound.ts'
import { readShard, type Shard } from './shards/shard.ts'
import { shareOf } from './shards/share.ts'
import { shownOfArticles } from './shown-of-articles.ts'
import { programOf, unlessUnchanged, type Built } from './unless-unchanged.ts'
import { UsageError } from './usage-error.ts'
import { openVerdict, Refused } from './verdict.ts'
import { exportsOption, onlyOption, outputOptions, wantedOutputs, type Wanted } from './wanted-outputs.ts'

export const build = command({
  name: 'build',
  does: 'make everything; what needs a browser only where one is found',
  options: {
    ...unitOptions,
    ...articlesOption,
    only: onlyOption,
    ...exportsOption,
    readingPack: {
      kind: 'flag',
      does: 'a page of the passages too, for teachers who may print the articles; wants --articles',
    },
    showPassages: {
      kind: 'flag',
      does: "the articles' own words beside the facts, for use at home; wants --articles",
    },
    shard: {
      kind: 'text',
      placeholder: 'N/OF',
      does: 'the share of one of several machines, as 3/8; factdeck merge puts all together',
      default: undefined,
    },
    noPdf: { kind: 'flag', does: 'leave the deck PDFs out' },
    watch: { kind: 'flag', does: 'stay, and build again whenever a file is saved, until Ctrl-C' },
    ...outputOptions,
  },
  exits: ['fine', 'content', 'missing'],
  run: (given, io) => {
    if ((given.readingPack || given.only?.includes('reading-pack')) && given.articles === undefined)
      throw new UsageError(
        'Unexpected reading pack without --articles DIR, expected the folder of the article texts',
      )
    if (given.showPassages && given.articles === undefined)
      throw new UsageError(
        'Unexpected --show-passages without --articles DIR, expected the folder of the article texts',
      )
    if (given.showPassages && given.only?.includes('site') === false)
      throw new UsageError(
        'Unexpected --show-passages without the site, expected site in --only: the fact explorer shows them',
      )
    if (given.watch && given.shard !== undefined)
      throw new UsageError('Unexpected --watch with --shard, expected one of them: a share is made once')
    const { shard, watch, ...rest } = given
    const building = {
      ...rest,
      ...(shard === undefined ? {} : { shard: readShard(shard) }),
      browser: !given.noPdf,
      given,
    }
    return watch ? buildAtEachSave(building, io) : buildUnit(building, io)
  },
})

/** What is to be built, from where to where. */
export interface Building extends Wanted, Wary, Pick<Reading, 'followLinks'> {
  content: string
  out: string
  articles: string | undefined
  /** Whether the fact explorer shows the words of passages. */
  showPassages?: boolean
  /** Which share is made; absent: all. */
  shard?: Shard
  /** Values for options of outputs. */
  given: Values<Options>
}

/**
 * Makes everything, then moves it into place at once. Errors in the content, a broken template or a full disk
 * leave the old output as it was, and so does a build that would make the same again. Without a browser a
 * build goes on without what needs one and says so, unless it `needs-pdf`.
 */
export async function buildUnit(args: Building, io: Io, mode: Mode = 'as-found'): Promise<number> {
  const { content, articles, out } = placesOf(args, io)
  const { followLinks } = args
  const request = { content, articles, out, call: [args, mode], ...(followLinks ? { followLinks } : {}) }
  return unlessUnchanged(request, io, (saying, program) =>
    withRender(io.env, (render) =>
      withJudging({ ...args, content, articles }, io, async (judging) => {
        const before = await openBefore(args, io, program, judging)
        return buildAnew(args, saying, mode, { render, ...before })
      }),
    ),
  )
}

function buildAtEachSave(args: Building, io: Io): Promise<number> {
  const { content, articles } = placesOf(args, io)
  const read: ReadFiles = new Map()
  // What runs is what was read at the start; with other forms there is another render.
  let running: { program: string; render: OpenRender } | undefined
  return buildWatched({ content, articles }, io, async (render, known) => {
    if (running?.render !== render) running = { program: programOf(content, io), render }
    let end: (() => Promise<void>) | undefined
    try {
      const built = await buildAnew(args, io, 'as-found', {
        render,
        known,
        read,
        ending: (given) => void (end = given),
        ...(await openBefore(args, io, running.program)),
      })
      return { ...built, ...(end ? { end } : {}) }
    } catch (thrown) {
      await end?.()
      throw thrown
    }
  })
}

/** What is known of builds before. */
interface Before {
  memory: PartMemory
  /** Absent where it is judged elsewhere. */
  sound?: SoundMemory
  judging?: Judging
}

async function openBefore(args: Building, io: Io, program: string, judging?: Judging): Promise<Before> {
  const { content, articles, out } = placesOf(args, io)
  const [memory, judged] = await Promise.all([
    openPartMemory(out, program, io.env),
    judging ? { judging } : openSoundMemory(content, articles, io, program).then((sound) => ({ sound })),
  ])
  return { memory, ...judged }
}

type Mode = 'as-found' | 'needs-pdf'

function placesOf(
  args: Building,
  { cwd }: Io,
): { content: string; articles: string | undefined; out: string } {
  return {
    content: resolve(cwd, args.content),
    articles: args.articles === undefined ? undefined : resolve(cwd, args.articles),
    out: resolve(cwd, args.out),
  }
}

async function buildAnew(
  args: Building,
  io: Io,
  mode: Mode,
  {
    render,
    memory,
    sound,
    known,
    judging,
    ...staying
  }: Before & Pick<Into, 'read' | 'ending'> & { render: OpenRender; known?: KnownFiles },
): Promise<Built> {
  const { content: root, articles, out } = placesOf(args, io)
  try {
    await refuseContent(out, root, articles)
  } catch (thrown) {
    return { code: tellFailures([thrown], io) }
  }
  startAhead(wantedOutputs(args), render)
  const shown = progress(io)
  const { loaded, judged } = await shown.step(
    'content',
    async (): Promise<Partial<LoadedAhead> & Pick<LoadedAhead, 'loaded'>> =>
      judging
        ? loadAhead(root, args, judging)
        : {
            loaded: await loadContent(root, articles, {
              ...args,
              ...(known ? { known } : {}),
              ...(sound ? { sound } : {}),
            }),
          },
    ({ loaded: { content } }) =>
      content
        ? [
            count(content.facts.length, 'fact'),
            count(content.banks.length, 'quiz', 'quizzes'),
            count(content.decks.length, 'deck'),
          ]
            .filter(Boolean)
            .join(', ')
        : 'has errors',
  )
  await sound?.keep()
  const wanted = wantedOutputs(args, loaded.content?.unit)
  const { content, diagnostics } = judgeFor(wanted, loaded)
  const verdict = openVerdict({ judged, wanted, shown, io })
  if (!judged) report(diagnostics, io)
  const unmade: string[] = []
  try {
    if (!content) {
      await verdict.tell()
      return { code: exit.content }
    }
    const share = shareOf(args.shard, wanted, content, {
      given: args.given,
      showPassages: args.showPassages ?? false,
      shown: await shownOfArticles(wanted, loaded.base, articles, args.showPassages),
    })
    const { written, failures, digests } = await makeInto(wanted, content, {
      out,
      render,
      memory,
      ...staying,
      given: args.given,
      ...share,
      forgives: (failure) => mode === 'as-found' && failure instanceof BrowserMissing,
      around: async (output, emit) => {
        try {
          // What holds the whole unit waits until nobody else does.
          if (output.linksOthers) await verdict.tell()
          return await shown.step(
            output.name,
            (detail) =>
              emit((what) => {
                verdict.goOn()
                detail(what)
              }),
            countFiles,
          )
        } catch (thrown) {
          if (thrown instanceof BrowserMissing) unmade.push(output.makes)
          throw thrown
        }
      },
      writing: async (write) => {
        await verdict.tell()
        await shown.step('writing', write, () => args.out)
      },
    })
    await verdict.tell()
    if (articles === undefined)
      io.err(
        'note: evidence was not re-checked against the articles; factdeck check --articles DIR does that',
      )
    const missing = failures.find((failure) => failure instanceof BrowserMissing)
    const fatal =
      mode === 'needs-pdf' ? failures : failures.filter((failure) => !(failure instanceof BrowserMissing))
    if (fatal.length > 0) return { code: tellFailures(fatal, io) }
    if (missing) io.err(`note: no ${unmade.join(' and ')} were made: ${missing.message}`)
    if (args.showPassages && !args.shard) noteOfPassages(args.out, io)
    const start = written.find(({ kind }) => kind?.start === true)
    const made = {
      at: [args.out, ...(start && !args.shard ? [start.path] : [])].join('/'),
      files: count(written.length, 'file') || 'no file',
      note: args.shard
        ? `, shard ${args.shard.number} of ${args.shard.of}; factdeck merge DIR... puts the folders of all ${args.shard.of} together`
        : '',
    }
    return { code: exit.fine, made, whole: unmade.length === 0, ...(digests ? { digests } : {}) }
  } catch (thrown) {
    if (thrown instanceof ThreadFailed) throw thrown
    return { code: thrown instanceof Refused ? exit.content : tellFailures([thrown], io) }
  }
}
