import type { OnBeforeRequestListenerDetails, Session } from 'electron'

/** Most requests of a page; those above are refused, and the page is taken without them. */
const mostRequests = 300

/** What never says anything about the text, or only tells somebody that it was read. */
const unwanted: ReadonlySet<string> = new Set(['subFrame', 'media', 'object', 'ping', 'cspReport'])

interface MainResponse {
  readonly type: string
  readonly at: Date
}

/** What a page asks for while it is shown. */
export interface Traffic {
  /** Requests that are under way. */
  readonly underWay: () => number
  /** Milliseconds since a request began or ended. */
  readonly quietFor: () => number
  /** The last answer to the request for the page itself. */
  readonly main: () => MainResponse | null
  /** Chromium's name of what broke the page itself off; null where it came whole. */
  readonly broken: () => string | null
}

/** Watches and limits what a session asks for, from now on and until it is watched anew. */
export function watchTraffic(session: Session): Traffic {
  const { webRequest } = session
  const open = new Set<number>()
  let asked = 0
  let movedAt = Date.now()
  let main: MainResponse | null = null
  let broken: string | null = null
  const moved = (): void => void (movedAt = Date.now())
  const over = (id: number): void => {
    open.delete(id)
    moved()
  }
  webRequest.onBeforeRequest((details, answer) => {
    const cancel = !mayAsk(details) || ++asked > mostRequests
    if (!cancel) open.add(details.id)
    moved()
    answer({ cancel })
  })
  webRequest.onBeforeSendHeaders(({ requestHeaders }, answer) => {
    // Only the request for the script of a service worker carries it (Service Workers, "Update").
    const isWorker = Object.keys(requestHeaders).some((name) => name.toLowerCase() === 'service-worker')
    answer({ cancel: isWorker })
  })
  webRequest.onHeadersReceived(({ resourceType, statusCode, responseHeaders = {} }, answer) => {
    // Redirects, and the proxy asking for its password, are answers on the way.
    const isLast = (statusCode < 300 || statusCode >= 400) && statusCode !== 407
    if (resourceType === 'mainFrame') main = isLast ? { type: contentType(responseHeaders), at: new Date() } : null
    answer({ responseHeaders: { ...responseHeaders, 'X-DNS-Prefetch-Control': ['off'] } })
  })
  webRequest.onCompleted(({ id }) => over(id))
  webRequest.onErrorOccurred(({ id, resourceType, error }) => {
    over(id)
    if (resourceType === 'mainFrame') broken = error
  })
  return {
    underWay: () => open.size,
    quietFor: () => Date.now() - movedAt,
    main: () => main,
    broken: () => broken
  }
}

function mayAsk({ url, resourceType }: OnBeforeRequestListenerDetails): boolean {
  if (unwanted.has(resourceType)) return false
  const scheme = url.slice(0, url.indexOf(':')).toLowerCase()
  if (scheme === 'data' || scheme === 'blob') return resourceType !== 'mainFrame'
  return ['http', 'https', 'ws', 'wss'].includes(scheme)
}

function contentType(headers: Readonly<Record<string, string[]>>): string {
  const name = Object.keys(headers).find((one) => one.toLowerCase() === 'content-type')
  const value = name === undefined ? '' : (headers[name]?.at(-1) ?? '')
  return value.split(';', 1)[0]!.trim().toLowerCase()
}
