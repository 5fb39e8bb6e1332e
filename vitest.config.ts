import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The player's half of a question type names its component.
  plugins: [vue()],
  test: {
    include: ['tests/**/*.test.ts'],
    // Builds and browsers share two cores: a slow machine is not a failing test.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    reporters: ['default', './tests/summary-reporter.ts'],
  },
})
