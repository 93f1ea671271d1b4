import { expect, test } from 'vitest'
import { outcomes } from '../../../src/domain/capture.ts'
import { eventsOf } from '../../../src/renderer/timeline/events.ts'
import { observedWords } from '../../../src/renderer/timeline/words.ts'
import { after, capture, history } from '../make.ts'

const timemap = history(2)
const at = (hours: number) => after(timemap, hours)
const eventsWith = (captures: Parameters<typeof history>[1]) =>
  eventsOf({ ...timemap, captures: captures! }).flatMap((one) =>
    one.kind === 'failure' || one.kind === 'note' ? [{ kind: one.kind, mark: one.mark, label: one.label }] : []
  )

test.each(outcomes)('a check that ended %s has a mark, or is a tick of the axis', (outcome) => {
  const [event] = eventsWith([capture(at(1), { outcome, status: null })])
  const quiet = ['changed', 'unchanged', 'not-modified'].includes(outcome)
  expect(event === undefined).toBe(quiet)
})

test.each([
  ['redirected', 301, 'failed', 'Redirected'],
  ['paywall', 200, 'held', 'Paywall'],
  ['consent', 200, 'failed', 'Consent page'],
  ['gone', 404, 'gone', '404 gone'],
  ['gone', null, 'gone', 'Page gone'],
  ['server-error', 503, 'failed', '503 error']
] as const)('%s with status %s', (outcome, status, mark, label) => {
  expect(eventsWith([capture(at(1), { outcome, status })])).toEqual([{ kind: 'failure', mark, label }])
})

test('a better reader is no edit, even where it made a version', () => {
  const captures = [capture(at(1), { outcome: 'extraction-changed', revision: timemap.revisions[1]!.id })]
  expect(eventsWith(captures)).toEqual([{ kind: 'note', mark: 'improved', label: 'reader improved' }])
})

test('a page that was gone and is there again', () => {
  const captures = [capture(at(1), { outcome: 'gone', status: 404 }), capture(at(2)), capture(at(3))]
  expect(eventsWith(captures).map(({ mark }) => mark)).toEqual(['gone', 'returned'])
})

test('a mark says what was observed, with the status, and how often', () => {
  const [event] = eventsOf({
    ...timemap,
    captures: [capture(at(1), { outcome: 'blocked', status: 403, count: 3 })]
  }).slice(-1)
  expect(event?.kind === 'failure' ? observedWords(event) : '').toMatch(
    /^403 error, .*\. The site refused the check \(403 Forbidden\)\. 3 checks in a row\.$/u
  )
})
