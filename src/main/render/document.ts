import type { BrowserWindow, WebContents } from 'electron'
import { setTimeout as wait } from 'node:timers/promises'
import { mostHtml, mostPicture } from '../../contract/process.ts'
import { pageWidth } from './capture-window.ts'
import { Stopped } from './stop.ts'
import type { Traffic } from './traffic.ts'

/** A world of its own: what the page has made of its globals is not seen from there. */
const world = 1000

const everyMs = 150
/** No request begins or ends for so long, and the text stays the same, before a page is taken to be there. */
const quietMs = 700
/** A page that never comes to rest is taken as it stands after this. */
const restlessMs = 8000

/** Waits until a page that has loaded stays as it is. */
export async function untilQuiet(contents: WebContents, traffic: Traffic): Promise<void> {
  const deadline = Date.now() + restlessMs
  let size = -1
  let since = Date.now()
  while (Date.now() < deadline) {
    const now = await sizeOf(contents)
    if (now !== size) since = Date.now()
    size = now
    const isQuiet = traffic.underWay() === 0 && traffic.quietFor() >= quietMs
    if (isQuiet && Date.now() - since >= quietMs) return
    await wait(everyMs)
  }
}

async function sizeOf(contents: WebContents): Promise<number> {
  return (await inWorld(contents, 'document.documentElement?.textContent.length ?? 0')) as number
}

/** The document written out as HTML. Throws `Stopped` where it is larger than `mostHtml`. */
export async function readHtml(contents: WebContents): Promise<string> {
  const code = `((html) => html.length > ${mostHtml} ? null : html)(document.documentElement?.outerHTML ?? '')`
  const html = await inWorld(contents, code)
  if (typeof html !== 'string') throw new Stopped('too-large', `more than ${mostHtml} characters of HTML`)
  return html
}

function inWorld(contents: WebContents, code: string): Promise<unknown> {
  return contents.executeJavaScriptInIsolatedWorld(world, [{ code }])
}

type Picture = Uint8Array<ArrayBuffer>

const mostHeight = 10_000
const pictureMs = 8000

/** The page from its top, as a PNG; null where none comes in time or it is too large. */
export async function takePicture(window: BrowserWindow): Promise<Picture | null> {
  const late = wait(pictureMs, null, { ref: false })
  return Promise.race([late, picture(window).catch(() => null)])
}

/** Only what the window shows is drawn: it is made as high as the page. */
async function picture(window: BrowserWindow): Promise<Picture | null> {
  const { webContents: contents } = window
  const height = Number(await inWorld(contents, 'document.documentElement.scrollHeight'))
  window.setContentSize(pageWidth, Math.max(1, Math.min(mostHeight, height)))
  await contents.capturePage(undefined, asHidden)
  const bytes = new Uint8Array((await contents.capturePage(undefined, asHidden)).toPNG())
  return bytes.length === 0 || bytes.length > mostPicture ? null : bytes
}

/** The first one has the page laid out at its new height, the second is of that. */
const asHidden = { stayHidden: true, stayAwake: true }
