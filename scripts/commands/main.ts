// The command line as a function: tests call it the way a person does.

import { resolve } from 'node:path'
import { packageVersion } from '../render/open-render.ts'
import { recoverOutput } from '../source/output-tree.ts'
import { printable } from '../diagnostics/diagnostic.ts'
import type { Command } from './command.ts'
import { explain, faultText } from './explain.ts'
import { helpOf, helpText } from './help.ts'
import { exit, type Io } from './io.ts'
import { unitOptions } from './options.ts'
import { readCall } from './read-call.ts'
import { commands } from './table.ts'
import { UsageError } from './usage-error.ts'

/** Runs one command; resolves to the exit code and never throws: a fault of our own is printed as one. */
export async function main(
  argv: readonly string[],
  terminal: Io,
  table: readonly Command[] = commands,
): Promise<number> {
  // Names of folders and words of a call stand in what is said: all of it goes through here.
  const io: Io = {
    ...terminal,
    out: (text) => terminal.out(printableLines(text)),
    err: (text) => terminal.err(printableLines(text)),
  }
  try {
    const call = await readCall(argv, table, io)
    if (call.kind === 'version') {
      io.out(packageVersion())
      return exit.fine
    }
    if (call.kind === 'help') {
      io.out(call.command ? helpOf(call.command) : helpText(table))
      return call.asked ? exit.fine : exit.usage
    }
    const { command, given } = call
    if (command.options['out'] === unitOptions.out)
      await recoverOutput(resolve(io.cwd, given['out'] as string))
    return await command.run(given, io)
  } catch (thrown) {
    const explained = explain(thrown)
    io.err(explained?.text ?? faultText(thrown))
    if (thrown instanceof UsageError) io.err('factdeck --help lists the commands and options')
    return explained?.code ?? exit.content
  }
}

function printableLines(text: string): string {
  return text.split(/\r?\n/).map(printable).join('\n')
}
