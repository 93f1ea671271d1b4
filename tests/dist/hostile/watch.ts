import { setTimeout as sleep } from 'node:timers/promises'
import type { Devtools, DevtoolsEvent } from '../devtools.ts'

/** What hostile markup did, each by what was seen of it. */
export interface Seen {
  /** Dialogs, and every script that was compiled and is not the application's: handlers and `javascript:` addresses, too. */
  readonly scripts: string[]
  /** Requests to anything outside, also those that were refused later. */
  readonly requests: string[]
  readonly navigations: string[]
  readonly windows: string[]
  readonly downloads: string[]
  /** What the policy of a page stopped before anything was asked: a sign that the page had it and was read. */
  readonly stopped: string[]
}

/** What is the application's own and no payload's. A script that stands in a page has the address of the page. */
export interface Ours {
  readonly page: RegExp
  readonly script: RegExp
}

export interface Target {
  readonly id: string
  readonly session: string
}

/** Runs in every page before anything of its own. A dialog would hold everything up; it is said on the console instead. */
const first = `(() => {
  const ran = () => console.info('a script of a payload ran')
  for (const name of ['alert', 'confirm', 'prompt', 'print']) globalThis[name] = ran
})()
//# sourceURL=watcher:first`

const inert = /^(?:about|data|blob|chrome-error|devtools):/u

/** Sees every window, frame and worker of an application from outside, from before its first page on. */
export class Watch {
  readonly seen: Seen = { scripts: [], requests: [], navigations: [], windows: [], downloads: [], stopped: [] }
  readonly targets: Target[] = []
  readonly #devtools: Devtools
  readonly #ours: Ours
  readonly #asked = new Map<string, string>()
  /** How many more windows the application may open: the watched reader asks for them. */
  mayOpen = 1

  constructor(devtools: Devtools, ours: Ours) {
    this.#devtools = devtools
    this.#ours = ours
    devtools.on((event) => this.#handlers[event.method]?.(event))
  }

  async start(): Promise<void> {
    await this.#devtools.send('Browser.setDownloadBehavior', { behavior: 'default', eventsEnabled: true })
    await this.#devtools.send('Target.setDiscoverTargets', { discover: true })
    // A window that is looked into on its way to its first page may stop there for ever; once it has a title it has arrived.
    while (!(await this.#isShown())) await sleep(50)
    await this.#devtools.send('Target.setAutoAttach', attach)
  }

  async #isShown(): Promise<boolean> {
    const { targetInfos } = await this.#devtools.send('Target.getTargets')
    const all = targetInfos as { readonly url: string; readonly title: string }[]
    return all.some(({ url, title }) => this.#ours.page.test(url) && title !== '' && !url.endsWith(title))
  }

  /** The requests that no policy stopped. */
  counts(): Record<keyof Seen, number> {
    this.seen.requests.push(...this.#asked.values())
    this.#asked.clear()
    const entries = Object.entries(this.seen).map(([kind, what]: [string, string[]]) => [kind, what.length])
    return Object.fromEntries(entries) as Record<keyof Seen, number>
  }

  readonly #handlers: Readonly<Record<string, (event: DevtoolsEvent) => void>> = {
    'Target.attachedToTarget': ({ params }) => void this.#attach(params).catch(() => undefined),
    'Target.detachedFromTarget': ({ params }) => {
      const at = this.targets.findIndex(({ session }) => session === params.sessionId)
      if (at >= 0) this.targets.splice(at, 1)
    },
    'Debugger.scriptParsed': ({ params }) => this.#script(params),
    'Runtime.consoleAPICalled': ({ params }) => {
      if (params.args[0]?.value === 'a script of a payload ran') this.seen.scripts.push('alert')
    },
    'Page.javascriptDialogOpening': ({ params, sessionId }) => {
      this.seen.scripts.push(`dialog: ${params.message}`)
      void this.#devtools.send('Page.handleJavaScriptDialog', { accept: false }, sessionId).catch(() => undefined)
    },
    'Network.requestWillBeSent': ({ params }) => this.#request(params.requestId, params.request.url),
    'Network.webSocketCreated': ({ params }) => this.#request(params.requestId, params.url),
    'Network.loadingFailed': ({ params }) => {
      const url = this.#asked.get(params.requestId)
      if (url === undefined || params.blockedReason !== 'csp') return
      this.#asked.delete(params.requestId)
      this.seen.stopped.push(url)
    },
    'Page.frameNavigated': ({ params: { frame } }) => {
      const url = frame.unreachableUrl ?? frame.url
      if (!inert.test(frame.url) && !this.#ours.page.test(url)) this.seen.navigations.push(url)
    },
    'Browser.downloadWillBegin': ({ params }) => this.seen.downloads.push(params.url)
  }

  async #attach({ sessionId, targetInfo, waitingForDebugger }: DevtoolsEvent['params']): Promise<void> {
    const send = (method: string, params = {}) => this.#devtools.send(method, params, sessionId)
    if (targetInfo.type === 'page') this.#window({ id: targetInfo.targetId, session: sessionId })
    else if (targetInfo.type !== 'iframe') this.seen.scripts.push(`a ${targetInfo.type}: ${targetInfo.url}`)
    const ready = [
      send('Target.setAutoAttach', attach),
      send('Page.enable'),
      send('Page.addScriptToEvaluateOnNewDocument', { source: first }),
      send('Runtime.enable'),
      send('Network.enable'),
      send('Debugger.enable'),
      send('Debugger.setSkipAllPauses', { skip: true })
    ]
    if (waitingForDebugger) ready.push(send('Runtime.runIfWaitingForDebugger'))
    await Promise.all(ready)
  }

  #window(target: Target): void {
    this.targets.push(target)
    if (--this.mayOpen < 0) this.seen.windows.push('a window that nobody asked for')
    this.mayOpen = Math.max(0, this.mayOpen)
  }

  /** What is in a world of its own is the application's or the watcher's; `void 0` is Electron's. */
  #script({ url, length, executionContextAuxData: world }: DevtoolsEvent['params']): void {
    const isElectrons = url === '' && length === 'void 0'.length
    if (world?.isDefault === false || isElectrons || url.startsWith('watcher:') || this.#ours.script.test(url)) return
    this.seen.scripts.push(`script: ${url}`)
  }

  #request(id: string, url: string): void {
    if (!inert.test(url) && !this.#ours.page.test(url)) this.#asked.set(id, url)
  }
}

const attach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }
