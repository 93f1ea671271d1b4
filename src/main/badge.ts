import { app, nativeImage, type BrowserWindow } from 'electron'
import { t } from '../catalogue/words.ts'

/** Shows how many articles have unread changes where the system has a place for it: on the dock, or in the taskbar. */
export function showBadge(unread: number, window: BrowserWindow | null): void {
  if (process.platform !== 'win32') app.setBadgeCount(unread)
  else if (unread === 0) window?.setOverlayIcon(null, '')
  else
    window?.setOverlayIcon(
      nativeImage.createFromBitmap(disc(), { width: side, height: side }),
      t('shell.unread', { unread })
    )
}

const side = 16

/** A disc, dark with a light edge, as the taskbar takes it: there is no room for a number that can be read. */
function disc(): Buffer {
  const pixels = Buffer.alloc(side * side * 4)
  for (let at = 0; at < side * side; at++) {
    const away = Math.hypot((at % side) - 7.5, Math.floor(at / side) - 7.5)
    const [shade, opaque] = away < 5.5 ? [0x1b, 255] : away < 7.5 ? [0xff, 255] : [0, 0]
    pixels.set([shade, shade, shade, opaque], at * 4)
  }
  return pixels
}
