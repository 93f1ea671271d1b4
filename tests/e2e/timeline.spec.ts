import { expect, test, type Page } from '@playwright/test'
import { launch, scratch, type Running } from './app.ts'
import { inBothThemes } from './axe.ts'
import { edition, writeHistory, type Wanted } from './histories.ts'

let running: Running
test.afterEach(async () => {
  expect(running.complaints).toEqual([])
  await running.app.close()
})

const folder = scratch()
const written = (wanted: Wanted) => writeHistory(folder, wanted)
const named = (versions: number): Wanted => ({
  name: `Courier of ${versions}`,
  words: versions > 200 ? 60 : 200,
  versions
})

/** Starts on histories and opens one of them. */
async function opened(all: readonly Wanted[], { name }: Wanted): Promise<Page> {
  running = await launch(all.map(written))
  const { page } = running
  // What became of several files is told first.
  if (all.length > 1) {
    await expect(page.getByRole('dialog', { name: `${all.length} files` })).toBeVisible({ timeout: 120_000 })
    await page.keyboard.press('Escape')
  }
  await page.getByRole('option', { name: new RegExp(`${name}:`, 'u') }).click({ timeout: 120_000 })
  await expect(page.getByRole('slider').first()).toBeVisible()
  return page
}

const older = (page: Page) => page.getByRole('slider', { name: 'Older version' })
const newer = (page: Page) => page.getByRole('slider', { name: 'Newer version' })
const pairIs = (page: Page, pair: readonly [number, number]) =>
  expect
    .poll(async () => [
      Number(await older(page).getAttribute('aria-valuenow')),
      Number(await newer(page).getAttribute('aria-valuenow'))
    ])
    .toEqual(pair)
const textIs = (page: Page, version: number) =>
  expect(page.locator('#reader-text .block-standfirst').last()).toContainText(edition(version - 1))

/** Every label, pill and mark as it is drawn, from left to right; and the axis they belong to. */
const drawn = (page: Page) =>
  page.evaluate(() => {
    const boxes = (selector: string) =>
      [...document.querySelectorAll(selector)]
        .map((one) => one.getBoundingClientRect())
        .map(({ x, width, height }) => ({ from: x, to: x + width, width, height }))
        .toSorted((a, b) => a.from - b.from)
    const isBelow = (one: Element) =>
      one.getBoundingClientRect().y > document.querySelector('.track')!.getBoundingClientRect().y + 68
    const labels = [...document.querySelectorAll('.track svg text')].filter(isBelow).map((one) => {
      const { x, width } = one.getBoundingClientRect()
      return { from: x, to: x + width }
    })
    const [track] = boxes('.track')
    return { labels, pills: boxes('.handle'), marks: boxes('.mark-button'), track: track! }
  })

// The geometry is tested without a window with 2,000, and the benchmark drags over as many.
const counts = [1, 2, 5, 31, 140, 400]

test('1 to 400 versions in narrow and wide windows: no label over another, targets of 24 px, no handle lost', async () => {
  test.setTimeout(300_000)
  const page = await opened(counts.map(named), named(1))
  for (const width of [640, 900, 1440]) {
    await running.app.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.setContentSize(to, 800),
      width
    )
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
    for (const versions of counts) {
      const back = page.getByRole('button', { name: 'Back to list' })
      if (await back.isVisible()) await back.click()
      await page.getByRole('option', { name: new RegExp(`${named(versions).name}:`, 'u') }).click()
      await expect(page.getByRole('slider').first()).toBeVisible()
      await textIs(page, versions)
      const { labels, pills, marks, track } = await drawn(page)
      const placed = [...labels, ...pills].toSorted((a, b) => a.from - b.from)
      const apart = placed.slice(1).map(({ from }, n) => from - placed[n]!.to)
      const between = marks.slice(1).map(({ from }, n) => from - marks[n]!.from)
      const sizes = [...marks, ...pills].map((one) => Math.min(one.width, one.height))
      const where = { versions, width }
      expect({ ...where, apart: Math.min(99, ...apart) >= 0 }).toEqual({ ...where, apart: true })
      expect({ ...where, between: Math.min(99, ...between) >= 23.9 }).toEqual({ ...where, between: true })
      expect({ ...where, small: sizes.filter((size) => size < 22) }).toEqual({ ...where, small: [] })
      expect(pills).toHaveLength(versions === 1 ? 1 : 2)
      expect(pills.every(({ from, to }) => from >= track.from - 1 && to <= track.to + 1)).toBe(true)
    }
  }
})

test('by keyboard: two sliders in order, then the marks, each with a name', async () => {
  const page = await opened([named(5)], named(5))
  await page.keyboard.press('a')
  await pairIs(page, [1, 5])
  await older(page).focus()
  await page.keyboard.press('ArrowRight')
  await pairIs(page, [2, 5])
  await expect(older(page)).toHaveAttribute('aria-valuetext', /^version 2 of 5, /u)
  await expect(older(page)).toHaveAttribute('aria-valuemax', '4')
  await page.keyboard.press('End')
  await pairIs(page, [4, 5])
  await page.keyboard.press('PageDown')
  await pairIs(page, [1, 5])
  await page.keyboard.press('Tab')
  await expect(newer(page)).toBeFocused()
  await page.keyboard.press('Home')
  await pairIs(page, [1, 2])
  await page.keyboard.press('Tab')
  const focused = page.locator('.mark-button:focus')
  await expect(focused).toHaveAccessibleName(/^version 5 of 5, /u)
  await expect(page.getByRole('tooltip')).toContainText('UTC')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tooltip')).toBeHidden()
  await page.keyboard.press('ArrowLeft')
  await expect(focused).toHaveAccessibleName(/^version 4 of 5, .*words? added/u)
  await page.keyboard.press('Enter')
  await pairIs(page, [1, 4])
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+Enter')
  await pairIs(page, [3, 4])
  await textIs(page, 4)
  await inBothThemes(page, 'timeline')
})

test('a handle that is dragged snaps to versions, and the text follows before it is let go', async () => {
  const page = await opened([named(5)], named(5))
  await page.keyboard.press('a')
  await pairIs(page, [1, 5])
  const pill = (await newer(page).boundingBox())!
  const mark = (await page.locator('[data-version="2"]').boundingBox())!
  await page.mouse.move(pill.x + pill.width / 2, pill.y + 10)
  await page.mouse.down()
  await page.mouse.move(mark.x + mark.width / 2 + 3, pill.y + 10, { steps: 8 })
  await pairIs(page, [1, 3])
  await textIs(page, 3)
  await page.mouse.move(0, pill.y, { steps: 4 })
  await pairIs(page, [1, 2])
  await page.mouse.up()
  await textIs(page, 2)
  await page.locator('[data-version="4"]').dblclick()
  await pairIs(page, [4, 5])
  await page.locator('[data-version="0"]').click({ modifiers: ['Shift'] })
  await pairIs(page, [1, 5])
  await page.keyboard.press('1')
  await expect(page.getByRole('slider', { name: 'Version' })).toHaveCount(1)
  await page.locator('[data-version="1"]').click()
  await textIs(page, 2)
})

test('the window of the overview: dragged, by its edges, by keys, by the wheel', async () => {
  const page = await opened([named(140)], named(140))
  const window = page.getByRole('slider', { name: 'Versions shown', exact: true })
  const shown = () => window.getAttribute('aria-valuetext')
  await expect(window).toHaveAttribute('aria-valuetext', /v140 of 140 versions$/u)
  await window.press('Home')
  await expect.poll(shown).toMatch(/^v1 to v\d+ of/u)
  await expect(page.locator('.handle-beyond').last()).toHaveText('v140')
  await page.getByRole('slider', { name: 'Last version shown' }).press('Home')
  await expect.poll(shown).toBe('v1 to v4 of 140 versions')
  await page.getByRole('slider', { name: 'Last version shown' }).press('PageUp')
  await expect.poll(shown).toBe('v1 to v9 of 140 versions')
  const box = (await window.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 200, box.y + 10, { steps: 6 })
  await page.mouse.up()
  await expect.poll(shown).not.toMatch(/^v1 to/u)
  const before = await shown()
  await page.locator('.track').hover()
  await page.mouse.wheel(0, -100)
  await expect.poll(shown).not.toBe(before)
  await newer(page).press('Home')
  await pairIs(page, [1, 2])
  await inBothThemes(page, 'overview')
})

test('a version that is captured while the article is open moves nothing until it is asked for', async () => {
  const page = await opened([named(5)], named(5))
  await page.keyboard.press('l')
  await textIs(page, 5)
  const places = async () => (await drawn(page)).marks.map(({ from }) => from)
  const before = await places()
  const six = written({ ...named(5), versions: 6 })
  await page.evaluate((path) => window.palimpsest.library.importFiles({ paths: [path] }), six)
  const pill = page.getByRole('button', { name: /^New version, .*Show$/u })
  await expect(pill).toBeVisible()
  expect(await places()).toEqual(before)
  await pairIs(page, [4, 5])
  await pill.click()
  await pairIs(page, [5, 6])
  await textIs(page, 6)
  await expect(pill).toBeHidden()
})
