import { defineConfig } from '@playwright/test'

// One at a time: every test starts a real Electron, and the machine that runs them may have two cores.
export default defineConfig({
  testDir: 'tests/e2e',
  workers: 1,
  timeout: 90_000,
  reporter: 'list',
  outputDir: 'test-results'
})
