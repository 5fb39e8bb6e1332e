import { defineConfig } from 'vitest/config'
import { asked } from './vitest.config.ts'

/** Tests that ask the registry and take minutes: `npm run test:package` and `npm run test:nodes`. */
export default defineConfig({
  test: {
    include: asked,
    maxWorkers: 1,
    reporters: ['default', './tests/summary-reporter.ts'],
  },
})
