/** Per cent; the steps of a browser, as far as every function remains. */
export const zoomSteps = [80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const

/** The step after or before what holds now, or the usual size. */
export function nextZoom(now: number, to: 'in' | 'out' | 'usual'): number {
  if (to === 'usual') return 100
  const next = to === 'in' ? zoomSteps.find((step) => step > now) : zoomSteps.findLast((step) => step < now)
  return next ?? (to === 'in' ? 300 : 80)
}
