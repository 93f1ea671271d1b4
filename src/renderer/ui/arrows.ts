import { direction } from '../../catalogue/words.ts'

/** Which arrow keys lead along a line and back, as the window is laid out. */
export function arrowsAlong(): { readonly back: string; readonly onward: string } {
  const isMirrored = direction() === 'rtl'
  return { back: isMirrored ? 'ArrowRight' : 'ArrowLeft', onward: isMirrored ? 'ArrowLeft' : 'ArrowRight' }
}
