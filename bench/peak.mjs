// Loaded into a program that is measured: notes the most memory that its process took, in MB.

import { appendFileSync } from 'node:fs'

process.on('exit', () => {
  const file = process.env['FACTDECK_BENCH_PEAK']
  if (file) appendFileSync(file, `${process.resourceUsage().maxRSS / 1024}\n`)
})
