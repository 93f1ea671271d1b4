import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHash } from 'node:crypto'
import { courseOf, type Answer } from './script.ts'
import { page } from './stories.ts'

export const articleCount = 50

/** An invented news site on the loopback interface, whose articles take the courses of `script.ts`, a round at a time. */
export class NewsSite {
  readonly #server: Server
  readonly #courses = Array.from({ length: articleCount }, (_, n) => courseOf(n))
  #visits = 0
  round = 0
  readonly asked: string[] = []

  readonly #errorStatus: number

  private constructor(errorStatus: number) {
    this.#errorStatus = errorStatus
    this.#server = createServer((request, response) => this.#answer(request, response))
  }

  /** `errorStatus`: what an overloaded server says; after 503 the whole site is left alone for a while. */
  static async start(errorStatus = 503): Promise<NewsSite> {
    const site = new NewsSite(errorStatus)
    await new Promise<void>((done) => site.#server.listen(0, '127.0.0.1', done))
    return site
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  get host(): string {
    return new URL(this.origin).host
  }

  expected(n: number) {
    return this.#courses[n]!.expected
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    this.#visits++
    const path = new URL(request.url!, this.origin).pathname
    this.asked.push(path)
    if (path === '/robots.txt') return send(response, 404, 'none')
    if (path === '/feed.xml') return this.#feed(response)
    const n = /^\/news\/(\d+)$/.exec(path)?.[1]
    if (n === undefined || Number(n) >= articleCount) return this.#home(path, response)
    this.#article(Number(n), { request, response })
  }

  #home(path: string, response: ServerResponse): void {
    const links = this.#courses.map((_, n) => `<li><a href="/news/${n}">Story ${n} of the day</a></li>`).join('')
    const head = '<link rel="alternate" type="application/rss+xml" title="Latest news" href="/feed.xml">'
    const html = `<!doctype html><html lang="en"><head><title>The Orrinmouth Courier</title>${head}</head><body><h1>The Orrinmouth Courier</h1><ul>${links}</ul></body></html>`
    send(response, path === '/' ? 200 : 404, html)
  }

  #feed(response: ServerResponse): void {
    const items = this.#courses.map(
      (_, n) => `<item><title>Story ${n}</title><link>${this.origin}/news/${n}</link></item>`
    )
    const xml = `<?xml version="1.0"?><rss version="2.0"><channel><title>Latest news</title><link>${this.origin}/</link>${items.join('')}</channel></rss>`
    send(response, 200, xml, { 'content-type': 'application/rss+xml' })
  }

  #article(
    n: number,
    { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse }
  ): void {
    const answer = this.#courses[n]!.answers[this.round]!
    const path = `${this.origin}/news/${n}`
    if (answer.kind !== 'text') return this.#special(answer, response)
    const html = page(answer.story, { path, visit: this.#visits })
    // Every other article has validators, as sites do.
    if (n % 2 === 1) return send(response, 200, html)
    const etag = `"${createHash('sha256').update(JSON.stringify(answer.story)).digest('hex').slice(0, 16)}"`
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
    send(response, 200, html, { etag })
  }

  #special({ kind }: Answer, response: ServerResponse): void {
    if (kind === 'gone')
      return send(response, 404, '<!doctype html><title>Page not found</title><h1>Page not found</h1>')
    if (kind === 'error') return send(response, this.#errorStatus, 'Not now')
    if (kind === 'limited') return send(response, 429, 'Slow down', { 'retry-after': '1' })
    if (kind === 'refused') return send(response, 403, '<!doctype html><title>Forbidden</title><h1>Forbidden</h1>')
    if (kind === 'home') return void response.writeHead(302, { location: '/' }).end()
    if (kind === 'wall') return send(response, 200, wall)
    if (kind === 'consent') return send(response, 200, consent)
    if (kind === 'lost') return send(response, 200, lost)
    if (kind === 'stub') return send(response, 200, stub)
    // The connection ends before the page does.
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': '90000' })
    response.write('<!doctype html><html><body><article><h1>Council to spend</h1><p>The council in')
    setTimeout(() => response.destroy(), 5)
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {}
): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
}

const wall = `<!doctype html><html lang="en"><head><title>Just a moment...</title></head><body><div class="cf-browser-verification" id="cf-challenge">
<h1>Checking your browser before accessing the site</h1><p>Please enable JavaScript and cookies to continue. Verify you are human.</p><div class="g-recaptcha"></div></div></body></html>`
const consent = `<!doctype html><html lang="en"><head><title>Before you continue</title></head><body><h1>Before you continue to The Orrinmouth Courier</h1>
<p>We and our 412 partners use cookies and data to deliver and maintain our services.</p><form action="/consent"><button>Accept all</button><button>Reject all</button></form></body></html>`
const lost = `<!doctype html><html lang="en"><head><title>Page not found - The Orrinmouth Courier</title></head><body><h1>Sorry, that page could not be found</h1>
<p>The page you are looking for may have been moved or deleted. Try our home page.</p><p><a href="/">Home</a></p></body></html>`
const stub = `<!doctype html><html lang="en"><head><title>Subscribe - The Orrinmouth Courier</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"For subscribers","isAccessibleForFree":false}</script></head>
<body><main><article><h1>For subscribers</h1><p>The council decided on Tuesday evening.</p><div class="paywall"><h2>To continue reading, subscribe now</h2><p>Already a subscriber? Log in. Unlimited access from 1 a month.</p></div></article></main></body></html>`
