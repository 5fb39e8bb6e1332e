import { main } from './commands/main.ts'
import { terminal } from './commands/terminal.ts'

process.exitCode = await main(process.argv.slice(2), terminal())
