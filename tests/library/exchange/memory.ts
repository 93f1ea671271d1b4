import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect } from 'vitest'

const megabyte = 2 ** 20
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

export interface Memory {
  /** What the collector finds in use, in bytes. */
  readonly held: number
  /** What the system sees, in bytes: some of it waits for the collector to come round to it. */
  readonly seen: number
}

export function memoryNow(): Memory {
  const seen = process.memoryUsage().rss
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return { held: heapUsed + external, seen }
}

/** Less than 100 MB more are held than before; more may be seen for a while, but never as much as a bomb unpacks to. */
export function expectFlat(before: Memory): void {
  const now = memoryNow()
  expect(now.held - before.held).toBeLessThan(100 * megabyte)
  expect(now.seen - before.seen).toBeLessThan(250 * megabyte)
}
