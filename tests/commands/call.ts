import { exit, type Io } from '../../scripts/commands/io.ts'
import { main } from '../../scripts/commands/main.ts'
import { commands } from '../../scripts/commands/table.ts'

/** What a call said, line by line, and how it ended. */
export interface Called {
  code: number
  out: string[]
  err: string[]
}

/**
 * Runs a command the way a person does, in `cwd`, with a terminal that only remembers. A command that ends
 * otherwise than its help says fails the test.
 */
export async function call(argv: readonly string[], cwd: string, over: Partial<Io> = {}): Promise<Called> {
  const { io, said } = listeningIo(cwd, over)
  const code = await main(argv, io)
  const command = commands.find(({ name }) => name === argv[0])
  const codes = command?.exits.map((name) => exit[name] as number)
  if (code !== exit.usage && codes?.includes(code) === false)
    throw new Error(`Unexpected end of ${argv[0]} with ${code}, expected one of ${codes.join(', ')}`)
  return { code, ...said }
}

/** A terminal that remembers what is printed; `stop` is Ctrl-C. */
export function listeningIo(
  cwd: string,
  over: Partial<Io> = {},
): { io: Io; said: { out: string[]; err: string[] }; opened: string[]; stop: () => void } {
  const said = { out: [] as string[], err: [] as string[] }
  const opened: string[] = []
  let stop: (() => void) | undefined
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  const io: Io = {
    out: (text) => void said.out.push(...text.split('\n')),
    err: (text) => void said.err.push(...text.split('\n')),
    watched: false,
    cwd,
    env: process.env,
    input: async () => '',
    open: async (address) => void opened.push(address),
    stopped: () => stopped,
    ...over,
  }
  return { io, said, opened, stop: () => stop?.() }
}
