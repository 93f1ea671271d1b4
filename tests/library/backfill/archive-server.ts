import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One state of a page as the archive saw it. */
export interface Kept {
  /** 14 digits. */
  readonly timestamp: string
  readonly url: string
  readonly html: string
  readonly status?: number
  readonly type?: string
}

/** What this archive can do, and how it misbehaves. */
export interface Manners {
  /** `…/timemap/link/`, `…/timemap/json/`, `…/cdx/search/cdx`. */
  readonly formats?: readonly ('link' | 'json' | 'cdx')[]
  /** Bodies as they were sent, at `id_`. */
  readonly raw?: boolean
  /** Mementos a page of the TimeMap. */
  readonly pageSize?: number
  /** So many requests are answered with 429 and Retry-After in seconds (0), or an own page of the archive under 503. */
  readonly busy?: { readonly requests: number; readonly retryAfter: string; readonly status?: 429 | 503 }
  /** Timestamps listed, but answered with an error page of the archive (200 without Memento-Datetime), or cut. */
  readonly broken?: readonly string[]
  readonly cut?: readonly string[]
  /** Timestamps listed, but gone: it redirects to the nearest copy. */
  readonly moved?: readonly string[]
}

export interface Archive {
  readonly origin: string
  readonly host: string
  /** Prefix of the TimeMap in link-format. */
  readonly endpoint: string
  /** Paths asked for, in order. */
  readonly asked: string[]
  readonly close: () => Promise<void>
}

/** An RFC 7089 archive on the loopback interface: TimeGate, TimeMaps, CDX, mementos raw and rewritten as Wayback does it. */
export async function startArchive(kept: readonly Kept[], manners: Manners = {}): Promise<Archive> {
  const asked: string[] = []
  const server = createServer((request, response) => answer(request, response, { kept, manners, asked }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { origin: `http://${host}`, host, endpoint: `http://${host}/web/timemap/link/`, asked, close }
}

interface Holding {
  readonly kept: readonly Kept[]
  readonly manners: Manners
  readonly asked: string[]
}

function answer(request: IncomingMessage, response: ServerResponse, holding: Holding): void {
  const path = request.url!
  const { manners, asked } = holding
  asked.push(path)
  const busy = manners.busy
  if (busy !== undefined && asked.length <= busy.requests) {
    response.writeHead(busy.status ?? 429, { 'Retry-After': busy.retryAfter, 'Content-Type': 'text/html' })
    return void response.end('<h1>The archive rests</h1>')
  }
  const origin = `http://${request.headers.host}`
  const formats = manners.formats ?? ['link', 'json', 'cdx']
  const listing = /^\/web\/timemap\/(link|json)\/(?:(\d+)\/)?(https?:.*)$/.exec(path)
  if (listing !== null && formats.includes(listing[1] as 'link'))
    return listing[1] === 'json'
      ? cdx(response, holding, listing[3]!)
      : timemap(response, holding, { url: listing[3]!, page: Number(listing[2] ?? 1), origin })
  if (path.startsWith('/cdx/search/cdx?') && formats.includes('cdx'))
    return cdx(response, holding, new URL(path, origin).searchParams.get('url') ?? '')
  const gate = /^\/web\/(https?:.*)$/.exec(path)
  if (gate !== null) return timegate(request, response, holding, { url: gate[1]!, origin })
  const memento = /^\/web\/(\d{14})(id_)?\/(https?:.*)$/.exec(path)
  if (memento !== null)
    return show(response, holding, { timestamp: memento[1]!, raw: memento[2] !== undefined, url: memento[3]!, origin })
  response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>Not in this archive</h1>')
}

const dated = (timestamp: string): Date => {
  const [, year, month, day, hour, minute, second] = /^(....)(..)(..)(..)(..)(..)$/.exec(timestamp)!
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

const of = ({ kept }: Holding, url: string): Kept[] => kept.filter((one) => one.url === url)

function timemap(
  response: ServerResponse,
  holding: Holding,
  asked: { url: string; page: number; origin: string }
): void {
  const { url, page, origin } = asked
  const all = of(holding, url)
  if (all.length === 0) return void response.writeHead(404).end()
  const size = holding.manners.pageSize ?? all.length
  const here = all.slice((page - 1) * size, page * size)
  const pages = Math.ceil(all.length / size)
  const others = Array.from({ length: pages }, (_, n) => n + 1).filter((n) => n !== page)
  const period = (n: number): string => {
    const part = all.slice((n - 1) * size, n * size)
    return `from="${dated(part[0]!.timestamp).toUTCString()}"; until="${dated(part.at(-1)!.timestamp).toUTCString()}"`
  }
  const at = (n: number): string => `${origin}/web/timemap/link/${n}/${url}`
  const type = 'application/link-format'
  const links = [
    `<${url}>; rel="original"`,
    `<${at(page)}>; rel="self"; type="${type}"; ${period(page)}`,
    `<${origin}/web/${url}>; rel="timegate"`,
    ...others.map((n) => `<${at(n)}>; rel="timemap"; type="${type}"; ${period(n)}`),
    ...here.map(
      ({ timestamp }, n) =>
        `<${origin}/web/${timestamp}/${url}>; rel="${n === 0 && page === 1 ? 'first ' : ''}memento"; datetime="${dated(timestamp).toUTCString()}"`
    )
  ]
  response.writeHead(200, { 'Content-Type': type }).end(links.join(',\n'))
}

const digestOf = (html: string): string => createHash('sha1').update(html).digest('hex').toUpperCase()

function cdx(response: ServerResponse, holding: Holding, url: string): void {
  const names = ['urlkey', 'timestamp', 'original', 'mimetype', 'statuscode', 'digest', 'length']
  const rows = of(holding, url).map(({ timestamp, html, status = 200, type = 'text/html' }) => {
    return ['key', timestamp, url, type, String(status), digestOf(html), String(html.length)]
  })
  response.writeHead(200, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify(rows.length === 0 ? [] : [names, ...rows]))
}

function timegate(
  request: IncomingMessage,
  response: ServerResponse,
  holding: Holding,
  to: { url: string; origin: string }
): void {
  const wanted = Date.parse(String(request.headers['accept-datetime'] ?? new Date().toUTCString()))
  const found = nearest(of(holding, to.url), wanted)
  if (found === undefined) return void response.writeHead(404).end()
  const location = `${to.origin}/web/${found.timestamp}/${to.url}`
  response.writeHead(302, { Location: location, Vary: 'accept-datetime', Link: `<${to.url}>; rel="original"` }).end()
}

const nearest = (kept: readonly Kept[], time: number): Kept | undefined =>
  kept.map((one) => ({ one, away: Math.abs(dated(one.timestamp).getTime() - time) })).sort((a, b) => a.away - b.away)[0]
    ?.one

interface Shown {
  readonly timestamp: string
  readonly raw: boolean
  readonly url: string
  readonly origin: string
}

function show(response: ServerResponse, holding: Holding, { timestamp, raw, url, origin }: Shown): void {
  const { broken = [], cut = [], moved = [], raw: hasRaw = true } = holding.manners
  const all = of(holding, url)
  const found = all.find((one) => one.timestamp === timestamp && !moved.includes(timestamp))
  if (found === undefined || (raw && !hasRaw)) {
    const near =
      hasRaw || !raw
        ? nearest(
            all.filter((one) => !moved.includes(one.timestamp)),
            dated(timestamp).getTime()
          )
        : undefined
    if (near === undefined)
      return void response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>No such copy</h1>')
    return void response.writeHead(302, { Location: `${origin}/web/${near.timestamp}${raw ? 'id_' : ''}/${url}` }).end()
  }
  if (broken.includes(timestamp))
    return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>This copy could not be read</h1>')
  const body = raw ? found.html : rewritten(found, origin)
  response.writeHead(found.status ?? 200, {
    'Content-Type': found.type ?? 'text/html; charset=utf-8',
    'Memento-Datetime': dated(timestamp).toUTCString(),
    Link: `<${url}>; rel="original", <${origin}/web/timemap/link/${url}>; rel="timemap"; type="application/link-format"`,
    'x-archive-orig-last-modified': dated(timestamp).toUTCString(),
    'x-archive-orig-content-length': '1',
    'Content-Length': Buffer.byteLength(body)
  })
  if (cut.includes(timestamp)) return void response.write(body.slice(0, 20), () => response.destroy())
  response.end(body)
}

/** What Wayback does to a page, in its own words and marks; the words between them are invented. */
export function rewritten({ html, timestamp }: Pick<Kept, 'html' | 'timestamp'>, origin: string): string {
  const head = [
    `<script type="text/javascript" src="${origin}/_static/js/bundle-playback.js?v=1" charset="utf-8"></script>`,
    `<script type="text/javascript" src="${origin}/_static/js/wombat.js?v=1" charset="utf-8"></script>`,
    `<script type="text/javascript">__wm.init("${origin}/web");__wm.wombat("x","${timestamp}","${origin}/","web","/_static/");</script>`,
    `<link rel="stylesheet" type="text/css" href="/_static/css/banner-styles.css?v=1" />`,
    '<!-- End Wayback Rewrite JS Include -->'
  ].join('\n')
  const bar = `<!-- BEGIN WAYBACK TOOLBAR INSERT -->\n<div id="wm-ipp-base"><a href="/web/2020*/x">12 captures</a><p>Toolbar of the archive</p></div>\n<!-- END WAYBACK TOOLBAR INSERT -->`
  const foot = `<!--\n     FILE ARCHIVED ON 10:00:00 Jan 01, 2020 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE ON 10:00:00 Jan 02, 2020.\n-->\n<!--\nplayback timings (ms):\n  captures_list: 0.5\n-->\n`
  const links = html
    .replace(/(\b(?:href|content|data-url)=")(https?:)/g, `$1${origin}/web/${timestamp}/$2`)
    .replace(/(\bsrc=")(https?:)/g, `$1${origin}/web/${timestamp}im_/$2`)
    .replace(/url\((https?:)/g, `url(/web/${timestamp}im_/$1`)
    .replace(
      /"(https?):\\\/\\\//g,
      (_, scheme: string) => `"${origin}/web/${timestamp}/`.replaceAll('/', '\\/') + `${scheme}:\\/\\/`
    )
  return links.replace(/<head>/, (tag) => tag + head).replace(/<body[^>]*>/, (tag) => tag + bar) + foot
}
