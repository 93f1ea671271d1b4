import { expect, test } from 'vitest'
import { isWaiting } from '../../../src/renderer/timeline/useSettled.ts'
import { history } from '../make.ts'

const five = history(5)
const first = (n: number) => ({ ...five, revisions: five.revisions.slice(0, n) })

test('a version that is captured while the article is open waits', () => {
  expect(isWaiting(first(4), five, 3)).toBe(true)
})

test.each([
  ['it is opened', first(4), five, 4],
  ['the article had one version', first(1), five, 0],
  ['nothing came', five, { ...five }, 4],
  ['a version was deleted meanwhile', first(4), { ...five, revisions: five.revisions.slice(1) }, 2],
  ['an older one was brought from a file', { ...five, revisions: five.revisions.slice(1) }, five, 3]
])('nothing waits where %s', (_, held, now, newer) => {
  expect(isWaiting(held, now, newer)).toBe(false)
})
