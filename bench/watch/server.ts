// A site in a process of its own, so that what it costs is not counted: pages that stay, pages with validators, pages
// that change at every request. Prints its port.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { edits, page, story } from '../../tests/site/stories.ts'

let visit = 0
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url!, 'http://127.0.0.1')
  const found = /^\/(same|etag|change)\/(\d+)$/.exec(pathname)
  if (found === null) return void response.writeHead(404).end()
  const [, kind, number] = found
  const n = Number(number)
  visit++
  const etag = `"${n}"`
  if (kind === 'etag' && request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
  const told = kind === 'change' ? edits[visit % edits.length]!(grown(story(n % 50), visit)) : story(n % 50)
  const html = page(
    { ...told, headline: `${told.headline} (${n})` },
    { path: pathname, visit: kind === 'change' ? visit : n }
  )
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...(kind === 'etag' ? { etag } : {}) })
    .end(html)
})

/** A figure that is another at every visit, as in a story that is being written. */
function grown(one: ReturnType<typeof story>, visit: number) {
  return { ...one, standfirst: `${one.standfirst} ${visit} people have signed so far.` }
}

server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
