/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * What a step counts for: the tests of its report, or one check. A step that fails, while its report is missing or
 * shows no failure, counts as one failed more: it has broken off or found something outside of any test.
 * @param {boolean} ok whether it ended with exit code 0
 * @param {Counts | null} report null: none
 * @returns {Counts}
 */
export function countsOf(ok, report) {
  const counts = report ?? { passed: ok ? 1 : 0, failed: 0, skipped: 0 }
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const counts of all) {
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
  }
  return total
}

/**
 * @param {Counts} counts
 * @returns {string} like `12 passed, 0 failed`, with `, 1 skipped` where there were skips
 */
export function countsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * Counts from vitest's JSON report. A file that fails without a failed test (it does not load) is one failed.
 * @param {string} json
 * @returns {Counts}
 */
export function vitestCounts(json) {
  /** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const { testResults } = JSON.parse(json)
  return sum(
    testResults.map(({ status, assertionResults }) => {
      const count = (/** @type {string[]} */ ...wanted) =>
        assertionResults.filter((test) => wanted.includes(test.status)).length
      const broken = status === 'failed' && count('failed') === 0 ? 1 : 0
      return {
        passed: count('passed'),
        failed: count('failed') + broken,
        skipped: count('skipped', 'pending', 'todo', 'disabled')
      }
    })
  )
}

/**
 * Counts from Playwright's JSON report. A test that passed at a second try has passed.
 * @param {string} json
 * @returns {Counts}
 */
export function playwrightCounts(json) {
  /** @type {{ stats: { expected: number, flaky: number, unexpected: number, skipped: number } }} */
  const { stats } = JSON.parse(json)
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}
