import { expect, test } from 'vitest'
import { LibraryClient, type Call, type Told } from '../../src/contract/client.ts'

/** One end of a port to a library that answers when it is told to. */
function port() {
  const sent: Call[] = []
  let receive: (message: unknown) => void = () => undefined
  return {
    sent,
    say: (message: unknown) => receive(message),
    send: (message: unknown) => void sent.push(message as Call),
    listen: (listener: (message: unknown) => void) => {
      receive = listener
    }
  }
}

test('calls made before there is a library wait for it', async () => {
  const client = new LibraryClient(() => undefined)
  const answer = client.call('timemap', { article: 1 })
  const library = port()
  client.connect(library)
  expect(library.sent).toEqual([{ seq: 1, name: 'timemap', args: { article: 1 } }])
  library.say({ seq: 1, value: 'here' })
  expect(await answer).toEqual({ value: 'here' })
})

test('answers find their calls in whatever order they come', async () => {
  const client = new LibraryClient(() => undefined)
  const library = port()
  client.connect(library)
  const answers = [client.call('a', {}), client.call('b', {})]
  library.say({ seq: 2, value: 'second' })
  library.say({ seq: 1, error: { code: 'not-found', detail: '' } })
  expect(await Promise.all(answers)).toEqual([{ error: { code: 'not-found', detail: '' } }, { value: 'second' }])
})

test('a library that stops answers what was under way; later calls wait for the next one', async () => {
  const client = new LibraryClient(() => undefined)
  client.connect(port())
  const lost = client.call('a', {})
  client.disconnect()
  expect(await lost).toEqual({ error: { code: 'library-stopped', detail: '' } })
  const later = client.call('b', {})
  const next = port()
  client.connect(next)
  expect(next.sent).toEqual([{ seq: 2, name: 'b', args: {} }])
  next.say({ seq: 2, value: 'back' })
  expect(await later).toEqual({ value: 'back' })
})

test('what the library says unasked is passed on', () => {
  const told: Told[] = []
  const client = new LibraryClient((message) => void told.push(message))
  const library = port()
  client.connect(library)
  library.say({ event: 'changed', payload: { articles: [3] } })
  expect(told).toEqual([{ event: 'changed', payload: { articles: [3] } }])
})
