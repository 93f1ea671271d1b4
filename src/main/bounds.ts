/** Where a window lies, in the points of the system. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const leastSize = { width: 640, height: 420 } as const
const usualSize = { width: 1440, height: 900 } as const
/** So much of the header must be in view for a window to be found and dragged. */
const grip = 120

/**
 * Where the window opens: as it was left, on the display it was on, never larger than that display and never beyond it. One
 * whose display is gone, or that was never placed, opens in the middle of the first.
 */
export function placedOn(displays: readonly Bounds[], left: Bounds | undefined): Bounds {
  const [first = { x: 0, y: 0, ...usualSize }] = displays
  const display = left === undefined ? undefined : mostShared(displays, left)
  if (left === undefined || display === undefined) return inMiddle(first, left ?? usualSize)
  const { width, height } = sized(display, left)
  const x = within(left.x, display.x, display.x + display.width - width)
  const y = within(left.y, display.y, display.y + display.height - height)
  return { x, y, width, height }
}

function inMiddle(display: Bounds, wanted: Pick<Bounds, 'width' | 'height'>): Bounds {
  const { width, height } = sized(display, wanted)
  const x = display.x + Math.round((display.width - width) / 2)
  const y = display.y + Math.round((display.height - height) / 2)
  return { x, y, width, height }
}

function sized(display: Bounds, wanted: Pick<Bounds, 'width' | 'height'>): Pick<Bounds, 'width' | 'height'> {
  return {
    width: Math.min(display.width, Math.max(leastSize.width, Math.round(wanted.width))),
    height: Math.min(display.height, Math.max(leastSize.height, Math.round(wanted.height)))
  }
}

function within(value: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(value, most)))
}

/** The display with the largest part of the window, where that is enough to take hold of it. */
function mostShared(displays: readonly Bounds[], window: Bounds): Bounds | undefined {
  const shared = displays.map((display) => {
    const width = Math.min(display.x + display.width, window.x + window.width) - Math.max(display.x, window.x)
    const height = Math.min(display.y + display.height, window.y + window.height) - Math.max(display.y, window.y)
    return { display, area: width >= grip && height >= grip ? width * height : 0 }
  })
  return shared.filter(({ area }) => area > 0).toSorted((a, b) => b.area - a.area)[0]?.display
}
