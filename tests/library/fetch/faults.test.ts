import { expect, test } from 'vitest'
import { refusalFor } from '../../../src/library/fetch/faults.ts'
import { createNetwork } from '../../../src/library/fetch/network.ts'
import { brief, fetcherFor } from './web.ts'

const system = (code: string, syscall?: string): Error =>
  Object.assign(new Error(`${syscall ?? 'something'} ${code}`), { code, ...(syscall === undefined ? {} : { syscall }) })

test.each([
  [system('ENOTFOUND', 'getaddrinfo'), 'dns'],
  [system('EAI_FAIL', 'getaddrinfo'), 'dns'],
  [system('EAI_AGAIN', 'getaddrinfo'), 'offline'],
  [system('ENETUNREACH', 'connect'), 'offline'],
  [system('ECONNREFUSED', 'connect'), 'connect'],
  [system('EHOSTUNREACH', 'connect'), 'connect'],
  [system('ETIMEDOUT', 'connect'), 'timeout'],
  [new AggregateError([system('ENETUNREACH', 'connect'), system('ECONNREFUSED', 'connect')]), 'connect'],
  [system('CERT_HAS_EXPIRED'), 'tls'],
  [system('ERR_SSL_WRONG_VERSION_NUMBER'), 'tls'],
  [system('ECONNRESET', 'read'), 'incomplete'],
  [new Error('something new'), 'incomplete']
])('%s: %s', (error, failure) => {
  expect(refusalFor(error, false).failure).toBe(failure)
  expect(refusalFor(error, false).detail).not.toBe('')
})

const offline = (code: string) => refusalFor(system(code, code === 'EAI_AGAIN' ? 'getaddrinfo' : 'connect'), false)

/** A network with a clock that can be moved. */
function network(isConnected = true) {
  const clock = { at: 0 }
  return {
    clock,
    ...createNetwork(
      () => new Date(clock.at),
      () => isConnected
    )
  }
}

test('where another host has answered within a minute, it is not this computer that is offline', () => {
  const { clock, answered, judge } = network()
  expect(judge(offline('EAI_AGAIN')).failure).toBe('offline')
  answered('93.184.215.14')
  clock.at = 59_000
  expect([judge(offline('EAI_AGAIN')), judge(offline('ENETUNREACH'))].map(({ failure }) => failure)).toEqual([
    'dns',
    'connect'
  ])
  clock.at = 60_000
  expect(judge(offline('EAI_AGAIN')).failure).toBe('offline')
})

test('an answer from this computer itself proves nothing', () => {
  const { answered, judge } = network()
  answered('127.0.0.1')
  answered('::1')
  expect(judge(offline('EAI_AGAIN')).failure).toBe('offline')
})

test('without any address but its own, this computer is offline whatever the error', () => {
  const { judge } = network(false)
  expect(judge(refusalFor(system('ENOTFOUND', 'getaddrinfo'), false)).failure).toBe('offline')
  expect(judge({ failure: 'tls', detail: 'a' }).failure).toBe('tls')
})

test('nobody listens: the port is told', async () => {
  const { fetch } = fetcherFor([{ host: '127.0.0.1:1234' }])
  const fetched = await fetch({ url: 'http://127.0.0.1:1234/', trusted: true, as: 'page' })
  expect(fetched).toMatchObject({ failure: 'connect', detail: 'connect ECONNREFUSED 127.0.0.1:1234 (ECONNREFUSED)' })
})

test.each([
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'offline']
])('a name that does not resolve (%s): %s', async (code, failure) => {
  const { fetch } = fetcherFor([], { resolve: () => Promise.reject(system(code, 'getaddrinfo')) })
  expect(brief(await fetch({ url: 'http://news.example/', trusted: false, as: 'page' }))).toBe(failure)
})
