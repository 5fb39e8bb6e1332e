import { isAbsolute, join, relative, resolve } from 'node:path'
import { error, hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { OutputFile } from '../outputs/output.ts'
import { BrowserMissing } from '../render/browser.ts'
import { openRender } from '../render/open-render.ts'
import { DeckError } from '../render/slidev/read-deck.ts'
import { TemplateError } from '../render/templates.ts'
import { lockOutput, OutputBusy, OutputForeign } from '../source/output-tree.ts'
import { exit, type Io } from './io.ts'
import { loadContent } from './load-content.ts'
import type { Arguments } from './main.ts'
import { outputs } from './outputs.ts'
import { progress } from './progress.ts'
import { count, report } from './report.ts'

/**
 * `factdeck build` and `factdeck pdf`: makes everything, then moves it into place at once. Errors in the content, a broken template
 * or a full disk leave the old output as it was. Without a browser `build` goes on without deck PDFs and says so; `pdf` does not.
 */
export async function build(
  args: Arguments,
  io: Io,
  mode: 'as-found' | 'needs-pdf' = 'as-found',
): Promise<number> {
  const shown = progress(io)
  const root = resolve(io.cwd, args.content)
  const articles = args.articles === undefined ? undefined : resolve(io.cwd, args.articles)
  const loaded = await shown.step(
    'content',
    () => loadContent(root, articles),
    ({ content }) =>
      content
        ? `${count(content.facts.length, 'fact')}, ${count(content.banks.length, 'quiz')}`
        : 'has errors',
  )
  report(loaded.diagnostics, io)
  if (hasErrors(loaded.diagnostics) || !loaded.content) return exit.content
  if (articles === undefined)
    io.err('note: evidence was not re-checked against the articles; factdeck check --articles DIR does that')

  const { content } = loaded
  const out = resolve(io.cwd, args.out)
  let lock
  try {
    refuseContent(root, out)
    lock = await lockOutput(out)
  } catch (thrown) {
    return explain(thrown, io)
  }
  const render = openRender(io.env)
  try {
    const files: OutputFile[] = []
    let missing: BrowserMissing | undefined
    for (const output of outputs(args, () => files.map(({ path }) => path))) {
      try {
        files.push(
          ...(await shown.step(
            output.name,
            (detail) => output.emit(content, render, detail),
            (made) => count(made.length, 'file'),
          )),
        )
      } catch (thrown) {
        if (!(thrown instanceof BrowserMissing) || mode === 'needs-pdf') throw thrown
        missing = thrown
      }
    }
    await shown.step(
      'writing',
      () => lock.replace(files),
      () => args.out,
    )
    if (missing) io.err(`note: no PDFs of decks were made: ${missing.message}`)
    io.out(`${args.out}/index.html: ${files.length} files made`)
    return exit.fine
  } catch (thrown) {
    return explain(thrown, io)
  } finally {
    await render.close()
    await lock.release()
  }
}

/** Content is only read: the output may lie beside its folders, not in them. */
function refuseContent(root: string, out: string): void {
  for (const name of ['facts', 'questions', 'slides']) {
    const inside = relative(join(root, name), out)
    if (inside === '' || !(inside.startsWith('..') || isAbsolute(inside)))
      throw new OutputForeign(
        `Unexpected output folder ${out} within the content folder ${name}/, expected one outside of it`,
      )
  }
}

/** What a person can cause or mend becomes a message; anything else is our own bug and is thrown on. */
function explain(thrown: unknown, io: Io): number {
  if (thrown instanceof BrowserMissing) {
    io.err(`factdeck: error: ${thrown.message} [render/browser]`)
    return exit.missing
  }
  if (thrown instanceof OutputBusy) {
    io.err(`factdeck: error: ${thrown.message} [source/output-busy]`)
    return exit.content
  }
  if (thrown instanceof OutputForeign) {
    io.err(`factdeck: error: ${thrown.message} [source/output-foreign]`)
    return exit.usage
  }
  if (thrown instanceof TemplateError) {
    report([templateDiagnostic(thrown)], io)
    return exit.content
  }
  if (thrown instanceof DeckError) {
    io.err(`factdeck: error: ${thrown.message} [render/deck]`)
    return exit.content
  }
  const code = (thrown as NodeJS.ErrnoException).code
  const reason = {
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
    EACCES: 'writing is not allowed',
    EPERM: 'writing is not allowed',
    EDQUOT: 'no more may be written',
    EIO: 'the disk fails',
    ENOTDIR: 'a part of the path is not a folder',
    EEXIST: 'a part of the path is not a folder',
    EBUSY: 'the folder is in use, or a disk of its own',
    EXDEV: 'the folder is a disk of its own',
    ENAMETOOLONG: 'the path is too long',
    ELOOP: 'a link leads to itself',
  }[code ?? '']
  if (reason === undefined) throw thrown
  io.err(
    `factdeck: error: Unexpected end of writing: ${reason} (${(thrown as NodeJS.ErrnoException).path ?? 'output'}); what was there before is unchanged [source/output]`,
  )
  return exit.content
}

function templateDiagnostic({ template, message, line, column }: TemplateError): Diagnostic {
  return error(
    { file: `templates/${template}`, line: line ?? 1, column: column ?? 1 },
    'render/template',
    `Unexpected failure of a template: ${message}`,
  )
}
