import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{domain,contract,library,crash,main,cli,renderer,rules,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000
  }
})
