/** Where a block stands, in CSS pixels, and how many lines it has. */
export interface Placed {
  readonly what: string
  readonly box: readonly [left: number, top: number, width: number, height: number]
  readonly lines: number
}

/** Run in a page: every block with its place, as JSON. */
export const placesSource = `async () => {
  await document.fonts.ready
  const blocks = [...document.querySelectorAll('h1,h2,h3,h4,p,li,dt,dd,th,td,summary,svg,figcaption')]
  // One browser keeps room for a scroll bar, the other does not.
  const edge = document.body.getBoundingClientRect().left
  return JSON.stringify(blocks.map((block) => {
    const { left, top, width, height } = block.getBoundingClientRect()
    const range = document.createRange()
    range.selectNodeContents(block)
    const tops = [...range.getClientRects()].map((rect) => Math.round((rect.top + rect.bottom) / 2))
    const lines = tops.sort((a, b) => a - b).filter((at, n) => n === 0 || at - tops[n - 1] > 8).length
    return { what: block.tagName + ' ' + block.textContent.slice(0, 30), box: [left - edge, top, width, height], lines }
  }))
}`

/** How far apart the places of two browsers are at most, in pixels, and the blocks with another number of lines. */
export function compareLayouts(one: readonly Placed[], other: readonly Placed[]) {
  const far = one.flatMap(({ box }, at) => box.map((value, n) => Math.abs(value - (other[at]?.box[n] ?? Infinity))))
  const broken = one.filter(({ lines }, at) => lines !== other[at]?.lines)
  const first = one.findIndex(({ box }, at) =>
    box.some((value, n) => Math.abs(value - (other[at]?.box[n] ?? Infinity)) > 1)
  )
  return {
    first: first < 0 ? null : [one[first], other[first]],
    blocks: one.length,
    same: one.length === other.length,
    most: Math.max(0, ...far),
    broken
  }
}
