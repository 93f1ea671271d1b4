import { expect, test, type Page } from '@playwright/test'
import { launchSample, type Running } from './app.ts'
import { inBothThemes } from './axe.ts'

let running: Running
test.afterEach(async () => {
  expect(running.complaints).toEqual([])
  await running.app.close()
})

/** The sample story with v2 and v5 open: a paragraph moved, two came, one went, words changed. */
async function open(): Promise<Page> {
  running = await launchSample()
  const { page } = running
  await page.getByRole('option', { name: /Quay Row/ }).click()
  await page.keyboard.press('a')
  await page.getByRole('slider', { name: 'Older version' }).press('ArrowRight')
  await expect(page.getByText('of 10')).toBeVisible()
  await text(page).focus()
  return page
}

const text = (page: Page) => page.locator('#reader-text')
const frames = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/** The paragraph at the top of the window and how far below the top it begins, in pixels. */
const topOf = (page: Page) =>
  text(page).evaluate((box) => {
    const { top } = box.getBoundingClientRect()
    const rows = [...box.querySelectorAll<HTMLElement>('[data-row]')]
    const first = rows.find((row) => row.getBoundingClientRect().bottom > top + 1)!
    return { row: first.dataset.row!, offset: first.getBoundingClientRect().top - top }
  })

test('the place is kept through all five views and back', async () => {
  const page = await open()
  for (const down of [340, 900, 1500]) {
    await page.keyboard.press('2')
    await text(page).evaluate((box, by) => box.scrollTo(0, by), down)
    await frames(page)
    const before = await topOf(page)
    for (const key of ['3', '4', '5', '1', '4', '3', '2']) {
      await page.keyboard.press(key)
      await frames(page)
    }
    const after = await topOf(page)
    expect(after.row).toBe(before.row)
    expect(Math.abs(after.offset - before.offset)).toBeLessThan(2)
  }
})

test('opening a fold moves nothing above it', async () => {
  const page = await open()
  await page.keyboard.press('l')
  for (const view of ['2', '3']) {
    await page.keyboard.press(view)
    const fold = page.getByRole('button', { name: /unchanged/ }).first()
    await expect(page.locator(view === '2' ? '.text-inline' : '.text-side')).toBeVisible()
    await expect(async () => fold.scrollIntoViewIfNeeded({ timeout: 2_000 })).toPass()
    const above = () =>
      text(page).evaluate((box) => {
        const rows = [...box.querySelectorAll<HTMLElement>('[data-row]')]
        const at = rows.findIndex((row) => row.dataset.holds !== undefined)
        return rows
          .slice(0, Math.max(at, 3))
          .map((row) => Math.round(row.getBoundingClientRect().top))
          .slice(0, 3)
      })
    const before = await above()
    await fold.click()
    await frames(page)
    expect(await above()).toEqual(before)
    // One press closes what one click opened.
    await page.keyboard.press('e')
  }
})

test('side by side: marks of one version in each column, a move linked at both places, each column copied alone', async () => {
  const page = await open()
  await page.keyboard.press('3')
  await expect(page.locator('.side-older ins, .side-newer del')).toHaveCount(0)
  await expect(page.locator('.side-older del').first()).toBeVisible()
  const moved = page.getByRole('button', { name: /7th paragraph in v2/ })
  await moved.click()
  const there = page.getByRole('button', { name: /2nd paragraph in v5/ })
  await expect(there).toBeInViewport()
  await there.click()
  await expect(moved).toBeInViewport()

  const copied = await page.evaluate(() => {
    const cell = document.querySelector('.side-older del')!.closest('.side-cell')!
    cell.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    return new Promise<string>((done) => {
      requestAnimationFrame(() => {
        getSelection()!.selectAllChildren(document.querySelector('.text-side')!)
        const data = new DataTransfer()
        cell.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
        done(data.getData('text/plain'))
      })
    })
  })
  expect(copied).toContain('Council to move 40 households out of Quay Row for sea wall repairs')
  expect(copied).toContain('Forty households')
  expect(copied).not.toContain('Up to sixty')

  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(720, 640))
  await expect(page.locator('.side-row-changed .side-version').first()).toBeVisible()
  const box = await text(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  expect(box).toBeLessThanOrEqual(0)
})

test('changes: counted, filtered, minor ones hidden, and opened where they stand', async () => {
  const page = await open()
  await page.keyboard.press('4')
  const items = page.locator('.change-list > li')
  await expect(items).toHaveCount(10)
  await expect(items.first()).toContainText('v3, v5')
  await page.getByRole('button', { name: /Silent \d/ }).click()
  expect(await items.count()).toBeLessThan(10)
  await page.getByRole('button', { name: /Facts and quotes/ }).click()
  await expect(items.filter({ hasText: 'Quote altered' })).toHaveCount(1)
  await page.getByRole('button', { name: /^Quote altered/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Inline' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('ins', { hasText: 'Everyone on the Row' })).toBeInViewport()
  await page.keyboard.press('4')
  await page.getByRole('switch', { name: 'Hide minor' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('switch', { name: 'Hide minor' })).toBeChecked()
  await page.reload()
  await expect(page.getByRole('switch', { name: 'Hide minor' })).toBeChecked({ timeout: 30_000 })
})

test('nothing serious is found in either view, in light and dark', async () => {
  const page = await open()
  await page.keyboard.press('3')
  await inBothThemes(page, 'side by side')
  await page.keyboard.press('4')
  await inBothThemes(page, 'changes')
})

/** What is wrong with the marks that are drawn: cut words, lone spaces, what came before what went. */
function faultsDrawn(): string[] {
  const words = new Intl.Segmenter('und', { granularity: 'word' })
  // Where words stand without spaces only a dictionary knows where one ends.
  const unspaced = /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}\p{Script=Thai}]/u
  const isLetter = (text: string) => /[\p{L}\p{N}]/u.test(text) && !unspaced.test(text)
  const faults: string[] = []
  for (const block of document.querySelectorAll('.text-inline [data-row] :is(.block, .old-headline)')) {
    const text = { ins: '', del: '' }
    const edges: { side: 'ins' | 'del'; at: number }[] = []
    let last: Element | null = null
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement!
      if (parent.closest('.hidden-text, [data-not-text]') !== null) continue
      const said = node.textContent ?? ''
      const mark = parent.closest<HTMLElement>('ins, del')
      const side = mark === null ? null : mark.matches('ins') ? 'ins' : 'del'
      const isWords = mark !== null && !mark.matches('.bare, .whole') && said !== '¶'
      if (isWords && said.trim() === '') faults.push(`only a space in ${block.textContent}`)
      if (mark?.matches('del') && last?.matches('ins') && last.nextSibling === mark) faults.push(`order: ${said}`)
      for (const own of ['ins', 'del'] as const) {
        if (side !== null && side !== own) continue
        if (isWords) edges.push({ side: own, at: text[own].length })
        if (said !== '¶') text[own] += said
        if (isWords) edges.push({ side: own, at: text[own].length })
      }
      last = mark
    }
    for (const { side, at } of edges) {
      const whole = text[side]
      const inside = isLetter(whole.slice(0, at).slice(-1)) && isLetter(whole.slice(at, at + 1))
      if (inside && words.segment(whole).containing(at)?.index !== at) {
        faults.push(`${whole.slice(Math.max(0, at - 9), at)}|${whole.slice(at, at + 9)}`)
      }
    }
  }
  return faults
}

test('in every sample pair marks hold whole words, and a plain copy is the newer text', async () => {
  test.setTimeout(120_000)
  running = await launchSample()
  const { page } = running
  const histories = await page.evaluate(async () => {
    const { library } = window.palimpsest
    const list = await library.openList({ list: { kind: 'smart', name: 'all' }, limit: 100 })
    if ('error' in list) throw new Error(list.error.code)
    const found: { headline: string; pairs: { older: string; newer: string; copied: string }[] }[] = []
    for (const article of list.value.ids) {
      const timemap = await library.timemap({ article })
      if ('error' in timemap) throw new Error(timemap.error.code)
      const texts: string[] = []
      for (const { id } of timemap.value.revisions) {
        const content = await library.content({ revision: id })
        if ('error' in content) throw new Error(content.error.code)
        texts.push(
          content.value.blocks
            .map(({ text }) => text)
            .join('')
            .replace(/\s/gu, '')
        )
      }
      const { revisions } = timemap.value
      const pairs = revisions.slice(1).map((newer, n) => {
        return { older: revisions[n]!.label, newer: newer.label, copied: texts[n + 1]! }
      })
      found.push({ headline: revisions.at(-1)!.headline, pairs })
    }
    return found
  })
  const copied = () =>
    page.evaluate(() => {
      const article = document.querySelector('.text-inline')
      if (article === null) return ''
      getSelection()!.selectAllChildren(article)
      const data = new DataTransfer()
      article.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
      getSelection()!.removeAllRanges()
      return data.getData('text/plain').replace(/\s/gu, '')
    })
  await page.getByRole('option').first().click()
  for (const { headline, pairs } of histories) {
    await expect.poll(copied).toContain(headline.replace(/\s/gu, ''))
    await page.keyboard.press('l')
    for (const pair of pairs.slice(-8).toReversed()) {
      await expect.poll(copied).toBe(pair.copied)
      expect([pair.older, pair.newer, await page.evaluate(faultsDrawn)]).toEqual([pair.older, pair.newer, []])
      await page.keyboard.press('[')
    }
    await page.keyboard.press('j')
  }
})
