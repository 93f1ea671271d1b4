import type { ElectronApplication } from '@playwright/test'

/** What markup that is not drawn as text would do; each has to be 0. */
export interface Counts {
  /** Dialogs that a script opened, and messages that it wrote. */
  scripts: number
  /** Requests to anything but our own scheme, refused ones too. */
  requests: number
  navigations: number
  windows: number
  downloads: number
  /** What the policy of a page had to stop: our pages never hold anything that it must. */
  stopped: number
}

/** Counts from now on, in every window there is and every one to come. */
export async function watch(app: ElectronApplication): Promise<() => Promise<Counts>> {
  let [scripts, stopped] = [0, 0]
  const context = app.context()
  // A dialog would stop everything; it is said on the console instead.
  await context.addInitScript(() => {
    const ran = () => console.info('a script of a payload ran')
    Object.assign(globalThis, { alert: ran, confirm: ran, prompt: ran, print: ran })
    document.addEventListener('securitypolicyviolation', () => console.info('the policy stopped something'))
  })
  context.on('console', (message) => {
    if (message.text() === 'a script of a payload ran') scripts++
    if (message.text() === 'the policy stopped something') stopped++
  })
  context.on('dialog', (dialog) => {
    scripts++
    void dialog.dismiss()
  })
  await app.evaluate(({ app: electron, session, BrowserWindow }) => {
    const seen = { requests: 0, navigations: 0, windows: 0, downloads: 0 }
    Object.assign(globalThis, { seen })
    const ours = /^(?:app|snapshot|devtools|data|blob|about|chrome-extension|page):/
    const count = ({ url }: { readonly url: string }) => {
      if (!ours.test(url)) seen.requests++
    }
    // Whoever refuses requests stays in place: what was sent and what was refused is told besides.
    const sessions = new WeakSet<Electron.Session>()
    const listen = (one: Electron.Session) => {
      if (sessions.has(one)) return
      sessions.add(one)
      one.webRequest.onSendHeaders(count)
      one.webRequest.onErrorOccurred(count)
      one.on('will-download', () => seen.downloads++)
    }
    const follow = (contents: Electron.WebContents) => {
      listen(contents.session)
      contents.on('will-navigate', () => seen.navigations++)
      contents.on('did-navigate', (_event, url) => (ours.test(url) ? 0 : seen.navigations++))
      contents.on('did-create-window', () => seen.windows++)
    }
    listen(session.defaultSession)
    for (const window of BrowserWindow.getAllWindows()) follow(window.webContents)
    electron.on('web-contents-created', (_event, contents) => follow(contents))
  })
  return async () => {
    const rest = await app.evaluate(() => (globalThis as unknown as { seen: Omit<Counts, 'scripts' | 'stopped'> }).seen)
    return { scripts, stopped, ...rest }
  }
}
