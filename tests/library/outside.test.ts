import { expect, test } from 'vitest'
import { libraryMessage, type LibraryMessage, type RenderAnswer } from '../../src/contract/process.ts'
import { openOutside } from '../../src/library/outside.ts'

function opened() {
  const said: LibraryMessage[] = []
  return { said, outside: openOutside((message) => void said.push(libraryMessage.parse(message))) }
}

/** The next question for a page, once it was asked. */
async function asked(said: readonly LibraryMessage[]) {
  for (;;) {
    const found = said.findLast((message) => 'render' in message)
    if (found !== undefined && 'render' in found) return found.render
    await new Promise((done) => setTimeout(done, 5))
  }
}

const page: RenderAnswer = {
  kind: 'rendered',
  finalUrl: 'https://news.example/story',
  status: 200,
  html: '<html></html>',
  screenshot: Uint8Array.of(1, 2),
  at: '2026-03-01T12:00:00.000Z'
}

test('a page is asked for by message, with a proxy of its own, and answered by its number', async () => {
  const { said, outside } = opened()
  const rendering = outside.render({ url: 'https://news.example/story#end', userAgent: 'Palimpsest/1.0' })
  const { seq, proxy, ...request } = await asked(said)
  expect(request).toEqual({ url: 'https://news.example/story', userAgent: 'Palimpsest/1.0' })
  expect(proxy.password).toMatch(/^[\w-]{32}$/)
  expect(outside.receive({ rendered: { seq: seq + 1, answer: page } })).toBe(true)
  expect(outside.receive({ rendered: { seq, answer: page } })).toBe(true)
  expect(await rendering).toEqual({ ...page, screenshot: Buffer.of(1, 2) })
})

test('an address that is none is not asked for', async () => {
  const { said, outside } = opened()
  for (const url of ['file:///etc/passwd', 'app://ui/', 'http://user:pass@a.example/', 'x', 'https://a.example:25/'])
    expect(await outside.render({ url })).toMatchObject({ kind: 'failed' })
  expect(said).toEqual([])
})

test('a page that nobody waits for is stopped', async () => {
  const { said, outside } = opened()
  const ending = new AbortController()
  const rendering = outside.render({ url: 'https://news.example/', signal: ending.signal })
  const { seq } = await asked(said)
  ending.abort()
  expect(await rendering).toEqual({ kind: 'failed', failure: 'aborted', detail: 'aborted' })
  expect(said.at(-1)).toEqual({ stopRender: { seq } })
})

test('a page of ours is printed by message; what went wrong is thrown with its words', async () => {
  const { said, outside } = opened()
  const printing = outside.print({ as: 'pdf', html: '<p>' })
  expect(said).toEqual([{ print: { seq: 1, job: { as: 'pdf', html: '<p>' } } }])
  outside.receive({ printed: { seq: 1, answer: { kind: 'printed', bytes: Uint8Array.of(1) } } })
  expect(await printing).toEqual(Uint8Array.of(1))
  const failing = outside.print({ as: 'png', html: '<p>', width: 1200, height: 630 })
  outside.receive({ printed: { seq: 2, answer: { kind: 'failed', detail: 'no window' } } })
  await expect(failing).rejects.toThrow('no window')
})

test('proxies, notices, states and the tray', async () => {
  const { said, outside } = opened()
  const answer = outside.proxyFor('https://news.example/')
  expect(said).toEqual([{ proxyFor: { seq: 1, url: 'https://news.example/' } }])
  outside.receive({ proxy: { seq: 1, answer: 'PROXY p:8080' } })
  expect(await answer).toBe('PROXY p:8080')
  const heard: string[] = []
  const ends = [outside.onSystem((state) => heard.push(state)), outside.onTray((command) => heard.push(command))]
  outside.receive({ system: 'suspend' })
  outside.receive({ tray: 'pause' })
  for (const end of ends) end()
  outside.receive({ system: 'resume' })
  expect(heard).toEqual(['suspend', 'pause'])
  outside.showChecking({ paused: true })
  const notice = {
    article: 1,
    kind: 'silent',
    source: 'S',
    told: { what: 'gone', headline: 'T' },
    older: null,
    newer: null
  } as const
  outside.notify([notice])
  expect(said.slice(1)).toEqual([{ checking: { paused: true } }, { notices: [notice] }])
})

test.each([null, 'close', 'x', {}, { system: 'on fire' }, { rendered: { seq: 1, answer: { kind: 'rendered' } } }])(
  'what is no message of ours is left: %j',
  (message) => {
    expect(opened().outside.receive(message)).toBe(false)
  }
)
