import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Display } from './virtual-display.ts'

/** Does what hands at a keyboard do on a display, to windows of every program; returns what it says. */
async function xdotool({ name }: Display, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env, DISPLAY: name }
  // With --sync it waits, for as long as it takes.
  const { stdout } = await promisify(execFile)('xdotool', [...args], { env, timeout: 30_000 })
  return stdout.trim()
}

/** The window, of those that are seen, whose title fits. */
const visible = (display: Display, title: string): Promise<string> =>
  xdotool(display, 'search', '--sync', '--onlyvisible', '--name', title)

/** Answers the system's own dialog, in which a place for a file is chosen. */
export async function saveAs(display: Display, path: string): Promise<void> {
  const dialog = await visible(display, '^Save File$')
  await xdotool(display, 'windowactivate', '--sync', dialog)
  await xdotool(display, 'key', 'ctrl+a')
  await xdotool(display, 'type', '--delay', '20', path)
  await xdotool(display, 'key', 'Return')
}

export async function minimise(display: Display, title: string): Promise<void> {
  await xdotool(display, 'windowminimize', '--sync', await visible(display, title))
}

/** Whether there is such a window to be seen. */
export const isSeen = (display: Display, title: string): Promise<boolean> =>
  xdotool(display, 'search', '--onlyvisible', '--name', title).then(
    () => true,
    () => false
  )

export async function closeTitled(display: Display, title: string): Promise<void> {
  await xdotool(display, 'windowclose', await visible(display, title))
}

/** The title of the window that has the focus. */
export const titleInFront = (display: Display): Promise<string> => xdotool(display, 'getactivewindow', 'getwindowname')
