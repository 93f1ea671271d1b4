/** The page of a story whose number changes. */
export const pageOf = (houses: number) =>
  `<!doctype html><html lang="en"><head><title>Council counts ${houses} houses</title></head><body><article>
   <h1>Council counts ${houses} houses</h1>
   <p>The council says that ${houses} houses stand behind the old sea wall, and that all of them will have to go.</p>
   <p>The wall was last strengthened after the storm of 1961, when eleven houses were lost in a single night.</p>
   <p>Work is due to begin in spring, and is expected to take two years. Ferry services are not affected by it.</p>
   </article></body></html>`

/** A response record as WARC 1.1 has it, uncompressed. */
function response(at: string, url: string, type: string, body: string): string {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  const head = [
    'WARC/1.1',
    'WARC-Type: response',
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${at.replaceAll(/\D/g, '').slice(2, 14)}>`,
    `WARC-Date: ${at}`,
    `WARC-Target-URI: ${url}`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${Buffer.byteLength(http)}`
  ]
  return `${head.join('\r\n')}\r\n\r\n${http}\r\n\r\n`
}

const url = 'https://courier.example/houses'
/** A web archive (WARC) of one story in two versions, and of what is no story. */
export const archiveOfHouses = [
  response('2026-03-01T09:00:00Z', url, 'text/html', pageOf(40)),
  response('2026-03-02T09:00:00Z', url, 'text/html', pageOf(60)),
  response('2026-03-02T09:00:01Z', 'https://courier.example/style.css', 'text/css', 'body{}')
].join('')
