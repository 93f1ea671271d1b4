import type { Page } from '@playwright/test'

/** Texts smaller than 12 px, and smaller than 13 px where they are no marks. Runs in the page. */
export function smallTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const marks = 'sup, .tile, .badge, .flag, .mark, svg text, [data-mark], kbd'
    const found: string[] = []
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const element = node.parentElement
      if (element === null || node.textContent?.trim() === '' || !element.checkVisibility()) continue
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      if (size >= 13 || (size >= 12 && element.closest(marks) !== null)) continue
      found.push(`${size} px: ${element.className} ${node.textContent?.slice(0, 30)}`)
    }
    return found
  })
}

/** How a picture differs along its height without its colours: the share of rows that are dark, and how often that changes. */
export interface Stripes {
  readonly dark: number
  readonly changes: number
}

/** Reads a picture (PNG) in shades of grey. */
export function stripesOf(page: Page, png: Buffer): Promise<Stripes> {
  return page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const middle = Math.floor(image.width / 2)
    const { data } = context.getImageData(middle, 0, 1, image.height)
    const grey = Array.from(
      { length: image.height },
      (_, y) => (data[4 * y]! + data[4 * y + 1]! + data[4 * y + 2]!) / 3
    )
    const isDark = grey.map((shade) => shade < 190)
    const changes = isDark.filter((dark, y) => y > 0 && dark !== isDark[y - 1]).length
    return { dark: isDark.filter(Boolean).length / image.height, changes }
  }, png.toString('base64'))
}
