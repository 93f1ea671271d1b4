import { BrowserWindow } from 'electron'
import type { PrintAnswer, PrintJob } from '../contract/process.ts'
import { serveSnapshot, snapshotSession } from './snapshot/session.ts'

/** Longest that a page of ours may take to be laid out and written, in milliseconds. */
const longest = 120_000

/**
 * Prints a page that the library wrote: in a hidden window without scripts, in the session of stored pages, where nothing of
 * it can run or ask for anything. The PDF is tagged, with an outline, and has the title of the page.
 */
export async function print(job: PrintJob): Promise<PrintAnswer> {
  let window: BrowserWindow | undefined
  const { url, end } = serveSnapshot({ bytes: Buffer.from(job.html), type: 'text/html; charset=utf-8' })
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not printed after ${longest} ms`)), longest)
  })
  try {
    window = await openHidden(job)
    const bytes = await Promise.race([printed(window, url, job), late])
    return { kind: 'printed', bytes }
  } catch (error) {
    return { kind: 'failed', detail: String(error).slice(0, 1000) }
  } finally {
    clearTimeout(timer)
    end()
    window?.destroy()
  }
}

async function printed(window: BrowserWindow, url: string, job: PrintJob): Promise<Uint8Array<ArrayBuffer>> {
  await window.loadURL(url)
  const { webContents } = window
  if (job.as === 'pdf') {
    const pdf = await webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true
    })
    return new Uint8Array(pdf)
  }
  const { width, height } = job
  const hidden = { stayHidden: true }
  // The first picture of a window that was never shown may come before the page was drawn.
  await webContents.capturePage(undefined, hidden)
  const picture = await webContents.capturePage({ x: 0, y: 0, width, height }, hidden)
  return new Uint8Array(picture.resize({ width, height, quality: 'best' }).toPNG())
}

async function openHidden(job: PrintJob): Promise<BrowserWindow> {
  const size = job.as === 'png' ? { width: job.width, height: job.height } : { width: 800, height: 1130 }
  const window = new BrowserWindow({
    ...size,
    show: false,
    useContentSize: true,
    focusable: false,
    skipTaskbar: true,
    backgroundColor: '#ffffff',
    webPreferences: {
      session: await snapshotSession(),
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webgl: false,
      plugins: false,
      spellcheck: false,
      disableDialogs: true,
      backgroundThrottling: false
    }
  })
  window.webContents.setAudioMuted(true)
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  return window
}
