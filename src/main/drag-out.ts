import { nativeImage, type BrowserWindow } from 'electron'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** Where the file lies that was dragged out last; what took it has its own copy by the time of the next. */
let last: string | null = null

/** Makes a file and hands it to the system's drag that is under way in the window. */
export async function dragOut(
  window: BrowserWindow | null,
  { name, text, icon }: { readonly name: string; readonly text: string; readonly icon: string }
): Promise<null> {
  await forgetDragged()
  const folder = await mkdtemp(join(tmpdir(), 'palimpsest-drag-'))
  last = folder
  const file = join(folder, basename(name))
  await writeFile(file, text)
  window?.webContents.startDrag({ file, icon: nativeImage.createFromPath(icon) })
  return null
}

export async function forgetDragged(): Promise<void> {
  if (last !== null) await rm(last, { recursive: true, force: true })
  last = null
}
