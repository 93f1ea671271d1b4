import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createGate, type Manners } from '../../../src/library/fetch/gate.ts'
import { createPatience } from '../../../src/library/fetch/patience.ts'
import { brief, fetcherFor, memory, serve, serveSocket } from './web.ts'

const minute = 60_000

/** A gate whose clock moves only when somebody sleeps; what is done takes no time. */
function gateWith(limits: { together?: number; patience?: number } = {}) {
  const clock = { at: 0 }
  const sleep = async (milliseconds: number): Promise<void> => {
    await Promise.resolve()
    clock.at += milliseconds
  }
  const gate = createGate({
    limits: { together: 100, patience: minute, ...limits },
    now: () => new Date(clock.at),
    sleep
  })
  const enter = (host: string, manners: Partial<Manners> = {}, signal = new AbortController().signal) =>
    gate(host, () => ({ spacing: 0, perHost: 2, ...manners }), signal)
  return { clock, enter }
}

describe('the gate', () => {
  test('requests to a host start as far apart as the reader wants', async () => {
    const { clock, enter } = gateWith()
    const starts: number[] = []
    const ask = async (): Promise<void> => {
      const leave = await enter('a', { spacing: 1000 })
      starts.push(clock.at)
      leave!.done()
    }
    await Promise.all([ask(), ask(), ask()])
    expect(starts).toEqual([0, 1000, 2000])
  })

  test('no more than two at once to a host, in the order in which they came', async () => {
    const { enter } = gateWith()
    const order: string[] = []
    const [one, two, three] = ['one', 'two', 'three'].map((name) =>
      enter('a').then((leave) => {
        order.push(name)
        return leave!
      })
    ) as [ReturnType<typeof enter>, ReturnType<typeof enter>, ReturnType<typeof enter>]
    ;(await two)!.done()
    await three
    expect(order).toEqual(['one', 'two', 'three'])
    ;(await one)!.done()
  })

  test('a host with many requests does not keep another waiting', async () => {
    const { enter } = gateWith({ together: 4 })
    const order: string[] = []
    const ask = async (host: string): Promise<void> => {
      const leave = await enter(host)
      order.push(host)
      await wait(1)
      leave!.done()
    }
    await Promise.all([...Array.from({ length: 50 }, () => ask('busy')), ask('a'), ask('b'), ask('c')])
    for (const host of ['a', 'b', 'c']) expect(order.indexOf(host)).toBeLessThan(8)
  })

  test('hosts that do not answer give their places to others after a while', async () => {
    const { enter } = gateWith({ together: 2, patience: 20 })
    await Promise.all([enter('dead'), enter('dead')])
    expect(await enter('alive')).not.toBeNull()
  })

  test('hosts that have begun to answer keep theirs', async () => {
    const { enter } = gateWith({ together: 1, patience: 20 })
    const busy = await enter('busy')
    busy!.begun()
    let isIn = false
    const next = enter('next').then((leave) => {
      isIn = true
      return leave
    })
    await wait(60)
    expect(isIn).toBe(false)
    busy!.done()
    expect(await next).not.toBeNull()
  })

  test('whoever gives up does not hold up those behind', async () => {
    const { enter } = gateWith()
    const first = await enter('a', { perHost: 1 })
    const giveUp = new AbortController()
    const second = enter('a', { perHost: 1 }, giveUp.signal)
    const third = enter('a', { perHost: 1 })
    giveUp.abort()
    expect(await second).toBeNull()
    first!.done()
    expect(await third).not.toBeNull()
  })

  test('a clock that is set back does not make anybody wait', async () => {
    const { clock, enter } = gateWith()
    ;(await enter('a', { spacing: 1000 }))!.done()
    clock.at = -minute
    ;(await enter('a', { spacing: 1000 }))!.done()
    expect(clock.at).toBe(-minute)
  })
})

describe('patience', () => {
  /** What is remembered after so many endings in a row: until when, as minutes from now. */
  function after(endings: Parameters<ReturnType<typeof createPatience>['note']>[1][]) {
    const hosts = memory()
    const clock = { at: 0 }
    const patience = createPatience(hosts, () => new Date(clock.at))
    const waits = endings.map((ending) => {
      const until = patience.note('a', ending)
      return until === null ? null : Date.parse(until) / minute
    })
    return { clock, hosts, patience, waits }
  }
  const status = (status: number, headers = {}) => ({ status, headers })
  const failure = (failure: 'connect' | 'incomplete' | 'dns' | 'offline' | 'aborted') =>
    ({ status: null, failure }) as const
  /** A wait is a quarter longer by chance, at most. */
  const about = (minutes: number) => ({
    asymmetricMatch: (wait: unknown) => typeof wait === 'number' && wait >= minutes && wait <= minutes * 1.25
  })

  test('a host that says for how long is taken at its word', () => {
    expect(after([status(429, { 'retry-after': '120' })]).waits).toEqual([2])
    expect(after([status(503, { 'retry-after': 'Thu, 01 Jan 1970 01:00:00 GMT' })]).waits).toEqual([60])
    expect(after([status(429, { 'retry-after': '999999999' })]).waits).toEqual([24 * 60])
  })

  test('asked too much, it waits longer each time, half a day at most', () => {
    const many = Array(14).fill(status(429)) as ReturnType<typeof status>[]
    const { waits } = after(many)
    expect(waits.slice(0, 4)).toEqual([about(1), about(2), about(4), about(8)])
    expect(waits.at(-1)).toEqual(about(720))
  })

  test('what may be the fault of one page or one moment does not stop the others', () => {
    expect(after([failure('connect'), failure('connect'), failure('dns')]).waits).toEqual([null, about(1), about(2)])
    expect(after(Array(4).fill(status(500))).waits).toEqual([null, null, null, about(1)])
    expect(after(Array(4).fill(failure('incomplete'))).waits).toEqual([null, null, null, about(1)])
  })

  test('being offline and giving up are not the fault of a host', () => {
    const { hosts, waits } = after(
      Array(9)
        .fill(failure('offline'))
        .concat(Array(9).fill(failure('aborted')))
    )
    expect(new Set(waits)).toEqual(new Set([null]))
    expect(hosts.get('a')).toBeUndefined()
  })

  test('one good answer, or one that something is not there, and all is forgotten', () => {
    for (const good of [200, 304, 404]) {
      const { clock, hosts, patience } = after([status(429), status(429)])
      clock.at += 60 * minute
      expect(patience.check('a')).toBeNull()
      patience.note('a', status(good))
      expect(hosts.get('a')).toEqual({ retryAt: null, failures: 0, robots: null })
    }
  })
})

test('an answer to what was asked before a host had enough does not take back that it had', async () => {
  const site = await serve((request, response) => {
    const isFirst = request.url === '/first'
    setTimeout(() => response.writeHead(isFirst ? 200 : 429, { 'retry-after': '600' }).end(), isFirst ? 50 : 0)
  })
  const { fetch } = fetcherFor([site])
  const ask = (path: string) => fetch({ url: site.url(path), trusted: true, as: 'page' })
  expect((await Promise.all([ask('/first'), ask('/second')])).map(brief)).toEqual(['200', '429'])
  expect(brief(await ask('/third'))).toBe('waiting')
})

test('a host that asked to be left alone is not asked, and the time is told, also after a restart', async () => {
  const clock = { at: Date.parse('2026-05-01T12:00:00Z') }
  let status = 429
  const site = await serve((_request, response) => response.writeHead(status, { 'retry-after': '600' }).end())
  const hosts = memory()
  const start = () => fetcherFor([site], { hosts, now: () => new Date(clock.at) }).fetch
  const wanted = { url: site.url('/a'), trusted: true, as: 'page' } as const
  expect(brief(await start()(wanted))).toBe('429')
  clock.at += 599_999
  const retryAt = '2026-05-01T12:10:00.000Z'
  expect(await start()(wanted)).toMatchObject({ failure: 'waiting', retryAt })
  expect(site.asked).toHaveLength(1)
  clock.at += 1
  status = 200
  expect(brief(await start()(wanted))).toBe('200')
  expect(hosts.get(site.host)).toMatchObject({ retryAt: null, failures: 0 })
})

test('requests that already wait for their turn are not sent once the host has had enough', async () => {
  const site = await serve((_request, response) => response.writeHead(429, { 'retry-after': '600' }).end())
  const { fetch } = fetcherFor([site], { policy: { perHost: 1 } })
  const all = await Promise.all(
    ['/a', '/b', '/c'].map((path) => fetch({ url: site.url(path), trusted: true, as: 'page' }))
  )
  expect(all.map(brief)).toEqual(['429', 'waiting', 'waiting'])
  expect(site.asked).toEqual(['/a'])
})

test('never more than two requests are open at a host, and connections are used again', async () => {
  let [open, most, connections] = [0, 0, 0]
  const site = await serve((request, response) => {
    if (request.socket.bytesWritten === 0) connections++
    most = Math.max(most, ++open)
    setTimeout(() => {
      open--
      response.end()
    }, 5)
  })
  const { fetch } = fetcherFor([site])
  await Promise.all(Array.from({ length: 20 }, () => fetch({ url: site.url('/'), trusted: true, as: 'page' })))
  expect(most).toBe(2)
  expect(connections).toBe(2)
})

test('a host that asks in its robots.txt for a pause between two requests gets it', async () => {
  const site = await serve((request, response) =>
    response.end(request.url === '/robots.txt' ? 'User-agent: *\nCrawl-delay: 7' : '')
  )
  const sleeps: number[] = []
  const clock = { at: 0 }
  const sleep = (milliseconds: number): Promise<void> => {
    sleeps.push(milliseconds)
    clock.at += milliseconds
    return Promise.resolve()
  }
  const { fetch } = fetcherFor([site], { sleep, now: () => new Date(clock.at), policy: { obeyRobots: true } })
  for (const path of ['/a', '/b']) await fetch({ url: site.url(path), trusted: true, as: 'page' })
  expect(sleeps).toEqual([7000, 7000])
})

test('ten hosts that never answer do not hold up those that do', async () => {
  const dead = await Promise.all(Array.from({ length: 10 }, () => serveSocket(() => undefined)))
  const good = await Promise.all(Array.from({ length: 5 }, () => serve((_request, response) => response.end('page'))))
  const { fetch, close } = fetcherFor([...dead, ...good])
  const silent = dead.flatMap((site) =>
    Array.from({ length: 5 }, () => fetch({ url: site.url('/'), trusted: true, as: 'page' }))
  )
  const answers = await Promise.all(
    good.flatMap((site) => Array.from({ length: 10 }, () => fetch({ url: site.url('/'), trusted: true, as: 'page' })))
  )
  expect(new Set(answers.map(brief))).toEqual(new Set(['200']))
  await close()
  expect(new Set((await Promise.all(silent)).map(brief))).toEqual(new Set(['aborted']))
})
