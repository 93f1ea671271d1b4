// Memory of the whole application, all its processes, with the sample library: beside a bare window of the same runtime that
// says hello, and before and after 500 switches from article to article. Shared pages count once (PSS). Linux only.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { bareApp } from './window/bare.ts'
import { openWith, scratch } from './window/drive.ts'
import { root } from './window/run.ts'

const switches = Number(process.env['SWITCHES'] ?? 500)
const settle = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** Every process that a process started, itself included. */
function family(pid: number): number[] {
  const found = [pid]
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/u.test(one))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid) found.push(...family(Number(name)))
    } catch {
      // It ended while it was looked at.
    }
  }
  return found
}

const megabytes = (pid: number): number =>
  family(pid).reduce((sum, one) => {
    const pss = /^Pss:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1]
    return sum + Number(pss ?? 0) / 1024
  }, 0)

async function measured(app: ElectronApplication): Promise<number> {
  await settle(4000)
  return megabytes(app.process().pid!)
}

const bare = await _electron.launch({ args: [bareApp()], cwd: root })
await bare.firstWindow()
const least = await measured(bare)
await bare.close()

const samples = join(root, 'resources/sample-library')
const files = readdirSync(samples)
  .filter((name) => name.endsWith('.json'))
  .map((name) => join(samples, name))
const { app, page } = await openWith(files, scratch())
await page.getByRole('option').first().click()
const before = await measured(app)
const go = async (times: number) => {
  for (let n = 0; n < times; n++) {
    await page.keyboard.press(n % 18 === 17 ? 'Home' : 'j')
    await page.waitForTimeout(60)
  }
}
const session = await page.context().newCDPSession(page)
const heap = async () => {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}
await go(100)
const [heapBefore, warm] = [await heap(), await measured(app)]
await go(switches)
const [heapAfter, after] = [await heap(), await measured(app)]
await app.close()
const aim = 1.35 * least + 120
console.log(`bare window ${least.toFixed(0)} MB; sample library ${before.toFixed(0)} MB (aim: under ${aim.toFixed(0)})`)
console.log(
  `after 100 switches ${warm.toFixed(0)} MB, after ${switches} more ${after.toFixed(0)} MB; live objects of the page ` +
    `${heapBefore.toFixed(1)} and ${heapAfter.toFixed(1)} MB`
)
process.exit(0)
