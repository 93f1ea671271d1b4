import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/library/store/open.ts'
import { Upkeep, type UpkeepTask } from '../../src/library/upkeep.ts'
import { scratch } from './verify-library.ts'

const moment = () => new Promise((resolve) => setTimeout(resolve, 60))

/** Runs the upkeep of a library at a path for a moment, as if it were the given day of January. */
async function upkeepOn(day: number, path: string, tasks: readonly UpkeepTask[], canWrite = true): Promise<unknown[]> {
  const store = openStore(path)
  const reported: unknown[] = []
  const now = () => new Date(Date.UTC(2026, 0, day))
  const report = (error: unknown) => reported.push(error)
  const upkeep = new Upkeep({ store, now, tasks, report, canWrite: () => canWrite, idle: 0, every: 10 })
  await moment()
  upkeep.close()
  store.close()
  return reported
}

const day = 86_400_000

test('a task is run again when its time has come, one for each opening once', async () => {
  const path = scratch()
  const ran: string[] = []
  const task = (name: string, period: number | 'start') => ({ name, period, run: async () => ran.push(name) })
  const tasks = [task('opened', 'start'), task('weekly', 7 * day)]
  await upkeepOn(1, path, tasks)
  expect(ran.splice(0)).toEqual(['opened', 'weekly'])
  await upkeepOn(7, path, tasks)
  expect(ran.splice(0)).toEqual(['opened'])
  await upkeepOn(8, path, tasks)
  expect(ran.splice(0)).toEqual(['opened', 'weekly'])
})

test('one task at a time; what one fails with is told, and the next one runs', async () => {
  const path = scratch()
  const log: string[] = []
  const failing = async () => {
    log.push('begins')
    await new Promise((resolve) => setTimeout(resolve, 20))
    log.push('fails')
    throw new Error('no room')
  }
  const tasks = [
    { name: 'first', period: 'start', run: failing },
    { name: 'second', period: 'start', run: async () => log.push('second') }
  ] as const
  expect(await upkeepOn(1, path, tasks)).toEqual([new Error('no room')])
  expect(log).toEqual(['begins', 'fails', 'second'])
})

test('closing ends the task that runs, and the store may be closed at once', async () => {
  const store = openStore(scratch())
  const reported: unknown[] = []
  let ended = false
  const run = (signal: AbortSignal) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        ended = true
        reject(new Error('aborted'))
      })
    })
  const tasks = [{ name: 'long', period: day, run }]
  const options = { store, now: () => new Date(), tasks, report: (error: unknown) => reported.push(error), idle: 0 }
  const upkeep = new Upkeep({ ...options, canWrite: () => true })
  onTestFinished(() => upkeep.close())
  await moment()
  upkeep.close()
  store.close()
  await moment()
  expect([ended, reported]).toEqual([true, []])
})

test('where nothing can be written, a task runs and is not said to be done', async () => {
  const path = scratch()
  const ran: string[] = []
  const tasks = [{ name: 'weekly', period: 7 * day, run: async () => ran.push('weekly') }]
  await upkeepOn(1, path, tasks, false)
  expect(ran.length).toBeGreaterThan(0)
  ran.length = 0
  await upkeepOn(2, path, tasks)
  expect(ran).toEqual(['weekly'])
})
