// The whole internet of a network of its own: answers every name with one address, serves every host, and writes a line
// for everything it is asked. Arguments: a folder of pages, served as http://pages.example/NAME.
import { createSocket } from 'node:dgram'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createPlainServer } from 'node:net'
import { basename, join } from 'node:path'

// Nobody reads any more: the network is not needed.
process.stdin.on('end', () => process.exit()).resume()

const folder = process.argv[2] ?? ''
/** Anybody's address; in this network all of them are this machine. */
const address = [93, 184, 216, 34]

const tell = (kind: string, what: string) => process.stdout.write(`${JSON.stringify({ kind, what })}\n`)

const names = createSocket('udp4', (question, from) => {
  let [at, name] = [12, '']
  for (let length = question[at]!; length > 0; length = question[(at += length + 1)]!)
    name += `${question.toString('latin1', at + 1, at + 1 + length)}.`
  if (name !== 'pages.example.') tell('name', name)
  const isAddress = question.readUInt16BE(at + 1) === 1
  const head = Buffer.from([...question.subarray(0, 2), 0x81, 0x80, 0, 1, 0, isAddress ? 1 : 0, 0, 0, 0, 0])
  const answer = isAddress ? [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address] : []
  names.send(Buffer.concat([head, question.subarray(12, at + 5), Buffer.from(answer)]), from.port, from.address)
})

const web = createServer((request, response) => {
  const { host = '' } = request.headers
  if (host !== 'pages.example') tell('request', `http://${host}${request.url}`)
  if (host === 'pages.example') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page(request.url))
    return
  }
  if (request.url?.endsWith('.bin')) response.setHeader('Content-Disposition', 'attachment')
  response.setHeader('Content-Type', request.url?.endsWith('.js') ? 'text/javascript' : 'text/html')
  response.end(request.url?.endsWith('.js') ? 'alert(1)' : 'reached')
})
const secret = createPlainServer((socket) => {
  tell('connection', 'port 443')
  socket.destroy()
})

function page(url: string | undefined): Buffer | string {
  try {
    return readFileSync(join(folder, basename(url ?? '')))
  } catch {
    return ''
  }
}

const listening = [web.listen(80), secret.listen(443)].map(
  (server) => new Promise((done) => server.once('listening', done))
)
names.bind(53, '127.0.0.1', () => void Promise.all(listening).then(() => tell('ready', '')))
