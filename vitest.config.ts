import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{domain,catalogue,contract,library,crash,main,cli,renderer,rules,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000
  }
})
