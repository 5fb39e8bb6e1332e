#!/usr/bin/env node
// The command as an installed program: TypeScript runs through tsx, the same way npm's scripts run it.
import 'tsx/esm'

const { main } = await import('../scripts/commands/main.ts')
const { terminal } = await import('../scripts/commands/terminal.ts')
process.exitCode = await main(process.argv.slice(2), terminal())
