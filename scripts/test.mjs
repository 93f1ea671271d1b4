// npm test [-- step …]: the whole check, or only the steps named. The last line counts what passed and failed.
import { countsLine, sum } from './check/counts.mjs'
import { runStep } from './check/run-step.mjs'
import { stepsNamed } from './check/steps.mjs'
import { entry } from './run/entry.mjs'
import { ROOT } from './run/root.mjs'
import { messageOf, say } from './run/say.mjs'
import { toolsEnv } from './run/tools.mjs'
import { setup } from './setup.mjs'

await entry(async (names) => {
  const results = await runAll(stepsNamed(names))
  const total = sum(results.map((result) => result.counts))
  console.log(['', ...results.map(lineOf), '', countsLine(total)].join('\n'))
  return total.failed > 0 ? 1 : 0
})

/**
 * @param {import('./check/steps.mjs').Step[]} steps
 * @returns {Promise<import('./check/run-step.mjs').Result[]>}
 */
async function runAll(steps) {
  const results = []
  try {
    const node = await setup()
    for (const step of steps) {
      console.log(`\n── ${step.about}`)
      const result = await runStep(step, { node, env: toolsEnv(ROOT, node) })
      console.log(lineOf(result))
      results.push(result)
    }
  } catch (error) {
    say(messageOf(error))
    results.push({ name: 'setup', counts: { passed: 0, failed: 1, skipped: 0 }, seconds: 0 })
  }
  return results
}

/** @param {import('./check/run-step.mjs').Result} result */
function lineOf({ name, counts, seconds }) {
  const mark = counts.failed > 0 ? '✗' : '✓'
  return `${mark} ${name.padEnd(7)} ${seconds.toFixed(1).padStart(6)} s  ${countsLine(counts)}`
}
