// What a reader feels: from a key or a click to the frame that shows its effect, in the built application, with libraries
// made by importing history files. The machine's own noise is printed with it: how long a frame takes that nothing changed.
import type { Page } from '@playwright/test'
import { openArticle, openWith, scratch, shownAfter, traced, watchFrames, type Opened } from './window/drive.ts'
import { edition, writeHistory, type Wanted } from '../tests/e2e/histories.ts'

const rounds = Number(process.env['ROUNDS'] ?? 20)
const short: Wanted = { name: 'Short Courier', words: 1500, versions: 30 }
const long: Wanted = { name: 'Long Courier', words: 20_000, versions: 24 }
const often: Wanted = { name: 'Live Courier', words: 300, versions: 2000 }

const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b)
const at = (values: readonly number[], share: number) => sorted(values)[Math.floor(share * (values.length - 1))] ?? 0
const ms = (value: number) => String(Math.round(value)).padStart(6)

function tell(what: string, values: readonly number[], target: number | null): void {
  const wanted = target === null ? '' : `   (target: median under ${target})`
  console.log(`  ${what.padEnd(46)}${ms(at(values, 0.5))}${ms(at(values, 0.95))}${ms(at(values, 1))}${wanted}`)
}

/** The frame after a key that does nothing: what the machine and the measuring take themselves. */
async function noise(page: Page): Promise<number[]> {
  const sight = { selector: 'html', ending: '' }
  const taken: number[] = []
  for (let n = 0; n < rounds; n++) taken.push(await shownAfter(page, () => page.keyboard.press('Shift'), sight))
  return taken
}

interface Walk {
  readonly versions: number
  /** The keys that move it back and on. */
  readonly keys: readonly [string, string]
  readonly pause: number
}

async function steps(page: Page, { versions, keys, pause }: Walk): Promise<number[]> {
  const taken: number[] = []
  let newer = versions - 1
  let by = -1
  for (let n = 0; n < rounds; n++) {
    if (newer + by < 2 || newer + by >= versions) by = -by
    newer += by
    const sight = { selector: '#reader-text .block-standfirst', ending: edition(newer) }
    taken.push(await shownAfter(page, () => page.keyboard.press(keys[by < 0 ? 0 : 1]), sight))
    await page.waitForTimeout(pause)
  }
  return taken
}

/** From Inline to each other view and back, twice the rounds. */
async function switches(page: Page): Promise<Map<string, number[]>> {
  const views = ['read', 'inline', 'side', 'changes', 'blame']
  const taken = new Map<string, number[]>()
  for (let n = 0; n < rounds; n++) {
    const view = n % 2 === 0 ? [1, 3, 4, 5][(n / 2) % 4]! : 2
    const name = views[view - 1]!
    const sight = { selector: `#reader-text .text-${name}`, ending: '' }
    const took = await shownAfter(page, () => page.keyboard.press(String(view)), sight)
    taken.set(name, [...(taken.get(name) ?? []), took])
    await page.waitForTimeout(400)
  }
  return taken
}

async function article(opened: Opened, { name, words, versions }: Wanted, target: number): Promise<void> {
  const { app, page } = opened
  await openArticle(page, name)
  const walks = [
    { what: 'both handles on, first time', start: 'l', keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'], pause: 300 },
    { what: 'newer handle, far from the older', start: 'a', keys: ['ArrowLeft', 'ArrowRight'], pause: 300 },
    { what: 'the same, as fast as it goes', start: 'a', keys: ['ArrowLeft', 'ArrowRight'], pause: 0 },
    { what: 'one handle in Read', start: '1', keys: ['ArrowLeft', 'ArrowRight'], pause: 0 }
  ] as const
  for (const { what, start, keys, pause } of walks) {
    await page.keyboard.press(start === '1' ? 'l' : start)
    if (start === '1') await page.keyboard.press(start)
    await page.waitForTimeout(1500)
    await busy(app, async () => {
      tell(`${words} words: ${what}`, await steps(page, { versions, keys, pause }), target)
    })
  }
  await page.keyboard.press('2')
  await page.waitForTimeout(1000)
  await busy(app, async () => {
    for (const [view, taken] of await switches(page)) tell(`${words} words: view switch to ${view}`, taken, target)
  })
}

/** Tells how long the page's main thread was busy for one input, by its own clock. */
async function busy(app: Opened['app'], act: () => Promise<void>): Promise<void> {
  const spent = await traced(app, act)
  const told = [...spent].map(([part, took]) => `${part} ${Math.round(took / rounds)}`)
  console.log(`      main thread, own time for each: ${told.join(', ')}`)
}

/** The newer handle is dragged over the whole axis, and the window of the overview from end to end. */
async function drags({ page }: Opened, { name }: Wanted): Promise<void> {
  await openArticle(page, name)
  await page.keyboard.press('l')
  await page.waitForTimeout(1000)
  const track = (await page.locator('.track').boundingBox())!
  const strip = (await page.locator('.overview').boundingBox())!
  const pill = (await page.getByRole('slider', { name: 'Newer version' }).boundingBox())!
  await drag(page, 'handle over the axis', [pill.x + pill.width / 2, pill.y + 10], track.x + 60)
  await drag(page, 'window of the overview', [strip.x + strip.width - 60, strip.y + 22], strip.x + 40)
}

async function drag(page: Page, what: string, from: readonly [number, number], to: number): Promise<void> {
  await page.mouse.move(from[0], from[1])
  await page.mouse.down()
  const done = await watchFrames(page)
  const moves = 120
  for (let n = 1; n <= moves; n++) {
    await page.mouse.move(from[0] + ((to - from[0]) * n) / moves, from[1])
    await page.waitForTimeout(8)
  }
  const { long: slow, gaps } = await done()
  await page.mouse.up()
  tell(`2,000 versions: ${what}, between frames`, gaps, null)
  console.log(`      frames over 50 ms: ${slow.length} (${slow.map(Math.round).join(', ')})`)
  await page.waitForTimeout(1000)
}

const folder = scratch()
const opened = await openWith([short, long, often].map((wanted) => writeHistory(folder, wanted)))
console.log('input to painted frame, ms                         median   p95   max')
tell('a key that does nothing', await noise(opened.page), null)
await article(opened, short, 100)
await article(opened, long, 250)
await drags(opened, often)
await opened.app.close()
process.exit(0)
