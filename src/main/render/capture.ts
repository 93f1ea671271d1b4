import type { BrowserWindow, Session, WebContents } from 'electron'
import { setTimeout as wait } from 'node:timers/promises'
import type { RenderAnswer, RenderRequest } from '../../contract/process.ts'
import { emptySession, routeThrough } from './capture-session.ts'
import { closeCaptureWindow, openCaptureWindow, signIn } from './capture-window.ts'
import { readHtml, takePicture, untilQuiet } from './document.ts'
import { failureOf } from './net-error.ts'
import { createStopping, Stopped, type Stopping } from './stop.ts'
import { watchTraffic, type Traffic } from './traffic.ts'

/** Milliseconds for one page from opening its window to its answer. */
const wholeMs = 30_000
/** Pictures and the like are waited for so long once the document itself is there. */
const loadMs = 15_000

/** Shows a page in a window of its own and reads it. Never rejects for what a page does; everything of it is gone afterwards. */
export async function capture(request: RenderRequest, session: Session, signal: AbortSignal): Promise<RenderAnswer> {
  const stopping = createStopping()
  const abort = (): void => stopping.stop('aborted', 'aborted')
  if (signal.aborted) return new Stopped('aborted', 'aborted').answer(null)
  signal.addEventListener('abort', abort, { once: true })
  const timer = setTimeout(() => stopping.stop('timeout', `not shown after ${wholeMs / 1000} s`), wholeMs)
  const traffic = watchTraffic(session)
  await routeThrough(session, request.proxy)
  const window = openCaptureWindow(session, stopping)
  const way: Way = { at: null, status: 0, whole: false }
  try {
    return await Promise.race([stopping.stopped, show({ request, window, stopping, traffic, way })])
  } catch (error) {
    const stopped = error instanceof Stopped ? error : new Stopped('bad-response', String(error))
    return stopped.answer(way.at)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
    closeCaptureWindow(window)
    await emptySession(session)
  }
}

/** Where the page has got to. */
interface Way {
  at: string | null
  status: number
  /** The address has answered and its document is shown. */
  whole: boolean
}

interface Showing {
  readonly request: RenderRequest
  readonly window: BrowserWindow
  readonly stopping: Stopping
  readonly traffic: Traffic
  readonly way: Way
}

async function show({ request, window, stopping, traffic, way }: Showing): Promise<RenderAnswer> {
  const { webContents: contents } = window
  signIn(window, request.proxy)
  followWay(contents, { stopping, way })
  await quieten(contents)
  await load(contents, request, { traffic, way })
  const main = traffic.main()
  if (way.at === null || main === null) throw new Stopped('bad-response', 'nothing is shown')
  if (!/^$|^text\/(?:html|plain)$|^application\/xhtml\+xml$/.test(main.type))
    throw new Stopped('bad-response', main.type)
  await untilQuiet(contents, traffic)
  const broken = traffic.broken()
  if (broken !== null) throw new Stopped(failureOf(broken), broken)
  const html = await readHtml(contents)
  const { at: finalUrl, status } = way
  return {
    kind: 'rendered',
    finalUrl,
    status,
    html,
    screenshot: await takePicture(window),
    at: main.at.toISOString()
  }
}

/** A page may be led elsewhere by its server, on the way to its first document, and nowhere afterwards. */
function followWay(contents: WebContents, { stopping, way }: Pick<Showing, 'stopping' | 'way'>): void {
  contents.on('will-redirect', ({ url, isMainFrame }) => {
    if (isMainFrame) way.at = url
  })
  contents.on('did-navigate', (_event, url, status) => {
    if (way.whole) return stopping.stop('bad-response', 'the page went elsewhere')
    if (!/^https?:/.test(url)) return
    Object.assign(way, { at: url, status, whole: true } satisfies Way)
    contents.navigationHistory.clear()
  })
}

/** Takes away what would open a window of the system's. Contents answer such commands once they have shown something. */
async function quieten(contents: WebContents): Promise<void> {
  await contents.loadURL('about:blank')
  const tools = contents.debugger
  tools.attach('1.3')
  await tools.sendCommand('Page.enable')
  const source = 'window.print = () => undefined'
  await tools.sendCommand('Page.addScriptToEvaluateOnNewDocument', { source, runImmediately: true })
  await tools.sendCommand('Network.setBypassServiceWorker', { bypass: true })
}

/** Loads the page until all of it is there, or its document is and the rest takes too long. */
async function load(
  contents: WebContents,
  { url, userAgent }: RenderRequest,
  { traffic, way }: Loading
): Promise<void> {
  const isThere = new Promise<void>((done) => contents.once('dom-ready', () => done()))
  const options = userAgent === null ? {} : { userAgent }
  const loaded = contents.loadURL(url, options).catch((error: Error & { code?: string | undefined }) => {
    const aborted = 'ERR_ABORTED'
    const name = [traffic.broken(), error.code].find((one) => one && !one.endsWith(aborted)) ?? aborted
    // A page may stop itself once it is there.
    if (name === aborted && way.whole) return
    const isDownload = !way.whole && traffic.main() !== null
    throw isDownload ? new Stopped('bad-response', 'not a page to be shown') : new Stopped(failureOf(name), name)
  })
  loaded.catch(() => undefined)
  const enough = isThere.then(() => wait(loadMs, undefined, { ref: false }))
  await Promise.race([loaded, enough])
}

type Loading = Pick<Showing, 'traffic' | 'way'>
