import { defineConfig } from '@playwright/test'
import { isVirtual } from './tests/e2e/displays.ts'

// Every test starts a real Electron. On virtual displays two run at a time, each on its own; where somebody sits, one.
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/displays.ts',
  workers: isVirtual() ? 2 : 1,
  timeout: 90_000,
  reporter: 'list',
  outputDir: 'test-results'
})
