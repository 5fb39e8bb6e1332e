import { error, formatDiagnostic } from '../diagnostics/diagnostic.ts'
import { BrowserMissing } from '../render/browser.ts'
import { PrintFailed } from '../render/deck-printer.ts'
import { CacheUnusable } from '../render/kept-files.ts'
import { PlayerError } from '../render/quiz-player.ts'
import { StudioPageError } from '../render/studio-page.ts'
import { DeckError } from '../render/slidev/read-deck.ts'
import { ShellError } from '../render/slidev/shell-cache.ts'
import { SlidesError } from '../render/slidev/slides-error.ts'
import { TemplateError } from '../render/templates.ts'
import { TypstEnded, TypstError } from '../render/typst.ts'
import { CompilerMissing } from '../render/release.ts'
import { WordNetMissing } from '../render/word-index.ts'
import { OutputBusy, OutputForeign } from '../source/output-tree.ts'
import { exit } from './io.ts'
import { ShardsUnfit } from './shards/read-shards.ts'
import { UsageError } from './usage-error.ts'

/** What a person is told of an exception, and the exit code that goes with it. */
export interface Explanation {
  text: string
  code: number
}

/** Words for what a person can cause or mend. Undefined for anything else: that is a fault of our own. */
export function explain(thrown: unknown): Explanation | undefined {
  if (!(thrown instanceof Error)) return undefined
  if (thrown instanceof BrowserMissing) return { ...plain(thrown, 'render/browser'), code: exit.missing }
  if (thrown instanceof WordNetMissing) return { ...plain(thrown, 'render/wordnet'), code: exit.missing }
  if (thrown instanceof CompilerMissing) return { ...plain(thrown, 'render/compiler'), code: exit.missing }
  if (thrown instanceof TypstError) {
    const texts = thrown.faults.map(({ template, line, column, message }) =>
      templateText(`print/${template}`, message, line, column),
    )
    return { text: texts.join('\n'), code: exit.content }
  }
  if (thrown instanceof TemplateError) {
    const { template, message, line, column } = thrown
    return { text: templateText(template, message, line, column), code: exit.content }
  }
  if (thrown instanceof UsageError) return { text: `factdeck: error: ${thrown.message}`, code: exit.usage }
  if (thrown instanceof ShardsUnfit) {
    const text = thrown.reasons.map((reason) => `factdeck: error: ${reason} [output/shards]`).join('\n')
    return { text, code: exit.content }
  }
  if (thrown instanceof OutputBusy) return plain(thrown, 'source/output-busy')
  if (thrown instanceof OutputForeign) return { ...plain(thrown, 'source/output-foreign'), code: exit.usage }
  if (thrown instanceof DeckError) return plain(thrown, 'render/deck')
  if (thrown instanceof SlidesError)
    return { text: thrown.diagnostics.map(formatDiagnostic).join('\n'), code: exit.content }
  if (thrown instanceof TypstEnded) return plain(thrown, 'render/typst')
  if (thrown instanceof PrintFailed) return plain(thrown, 'render/print')
  if (thrown instanceof ShellError) return plain(thrown, 'render/shell')
  if (thrown instanceof PlayerError) return plain(thrown, 'render/quiz-player')
  if (thrown instanceof StudioPageError) return plain(thrown, 'render/studio-page')
  if (thrown instanceof CacheUnusable) {
    const reason = diskReasons[thrown.code] ?? thrown.code
    const text = `factdeck: error: Unexpected cache folder ${thrown.folder}: ${reason}; expected one that can be written: give another with FACTDECK_CACHE [render/cache]`
    return { text, code: exit.content }
  }
  const { code = '', path = 'output' } = thrown as NodeJS.ErrnoException
  const reason = diskReasons[code]
  if (reason === undefined) return undefined
  const text = `factdeck: error: Unexpected end of writing: ${reason} (${path}); what was there before is unchanged [source/output]`
  return { text, code: exit.content }
}

/**
 * What is printed of an exception that nobody foresaw: whose fault it is, and the stack by which to mend it.
 */
export function faultText(thrown: unknown): string {
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  return `factdeck: error: This is a fault of factdeck, not of your content; please report it with the lines below\n${stack}`
}

const diskReasons: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EACCES: 'access is not allowed',
  EPERM: 'access is not allowed',
  EDQUOT: 'no more may be written',
  EFBIG: 'files may not be that large',
  EIO: 'the disk fails',
  ENOTDIR: 'a file stands where a folder is expected',
  EEXIST: 'a file stands where a folder is expected',
  EBUSY: 'the folder is in use, or a disk of its own',
  EXDEV: 'the folder is a disk of its own',
  ENAMETOOLONG: 'the path is too long',
  ELOOP: 'a link leads to itself',
}

function plain({ message }: Error, rule: string): Explanation {
  const [first = '', ...rest] = message.split('\n')
  return { text: [`factdeck: error: ${first} [${rule}]`, ...rest].join('\n'), code: exit.content }
}

function templateText(template: string, message: string, line = 1, column = 1): string {
  return formatDiagnostic(
    error(
      { file: `templates/${template}`, line, column },
      'render/template',
      `Unexpected failure of a template: ${message}`,
    ),
  )
}
