import type { Page } from '@playwright/test'

/** What does not fit: a page wider than the window, text that is cut off without dots, controls under other things. */
export function misfits(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}.${(element.getAttribute('class') ?? '').split(' ').join('.')}: ${element.textContent.trim().slice(0, 40)}`
    const root = document.documentElement
    if (root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} px wide`)
    const isShown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })

    for (const element of document.querySelectorAll('body *')) {
      const hasText = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')
      if (!hasText || !isShown(element) || element.closest('.hidden-text, svg') !== null) continue
      const { overflowX, textOverflow } = getComputedStyle(element)
      const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
      if (isCut && ['hidden', 'clip'].includes(overflowX) && textOverflow !== 'ellipsis')
        found.push(`cut ${nameOf(element)}`)
    }

    const dialog = document.querySelector('.dialog')
    for (const control of (dialog ?? document).querySelectorAll(
      'button, [role=tab], select, input:not([type=radio])'
    )) {
      const { left, right, top, bottom } = control.getBoundingClientRect()
      if (right - left < 2 || bottom < 0 || top > innerHeight || !isShown(control)) continue
      const [x, y] = [(left + right) / 2, (top + bottom) / 2]
      // What is scrolled out of view is not there to be pressed.
      const scroller = control.closest('.scroller, .dialog-body')?.getBoundingClientRect()
      if (scroller !== undefined && (y < scroller.top || y > scroller.bottom)) continue
      if (left < -1 || right > innerWidth + 1) found.push(`outside ${nameOf(control)}`)
      const hit = document.elementFromPoint(x, y)
      const isThere = hit === null || control.contains(hit) || hit.contains(control) || hit.closest('label') !== null
      if (!isThere && hit.closest('.toast, .tour') === null) found.push(`${nameOf(control)} lies under ${nameOf(hit)}`)
    }
    return [...new Set(found)]
  })
}

/** Everything that is said in the window, in text and in names; what was captured is left out. */
export function saidIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const captured = '.text-grid .block, .article-headline, .hit-headline, .hit-snippet, bdi, .tile, [lang]:not(html)'
    const said: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode() !== null) {
      if (walker.currentNode.parentElement?.closest(captured) === null) said.push(walker.currentNode.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (element.closest(captured) !== null) continue
      for (const name of ['aria-label', 'title', 'placeholder']) said.push(element.getAttribute(name) ?? '')
    }
    return [...new Set(said.map((text) => text.trim()).filter((text) => text !== ''))]
  })
}
