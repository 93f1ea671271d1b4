import { defineConfig } from '@playwright/test'

// What `npm run dist` made, installed in a system of its own. Run by `npm run dist:check`, which makes what is needed first.
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  workers: 1,
  timeout: 300_000,
  reporter: 'list',
  outputDir: '../../test-results/dist'
})
