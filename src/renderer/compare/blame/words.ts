import { locale, t } from '../../../catalogue/words.ts'
import type { RevisionInfo } from '../../../domain/timemap.ts'
import { clock } from '../../ui/clock.ts'
import type { BlameRun, Stretch } from './model.ts'

type Revisions = readonly RevisionInfo[]

const label = (revisions: Revisions, index: number) => revisions[index]?.label ?? '?'

/** `v3`, `v1 to v3`. */
export function versionsWords([from, to]: Stretch, revisions: Revisions): string {
  if (from === to) return t('blame.version', { v: label(revisions, from) })
  return t('blame.versions', { from: label(revisions, from), to: label(revisions, to) })
}

/** `v2 to v3 and v5 to v6`: all versions that hold some words. */
export function heldWords(held: readonly Stretch[], revisions: Revisions): string {
  const list = new Intl.ListFormat(locale(), { type: 'conjunction' })
  return list.format(held.map((stretch) => versionsWords(stretch, revisions)))
}

/** `09:12 to 17:05`, with the days where they are not one: from when words were first seen until they were first missing. */
export function stoodWords([from, to]: Stretch, revisions: Revisions): string {
  const since = revisions[from]
  const until = revisions[to + 1]
  if (since === undefined || until === undefined) return ''
  const isOneDay = clock.dayKey(since.at) === clock.dayKey(until.at)
  const say = isOneDay ? clock.time : clock.moment
  return t('blame.span', { from: say(since.at), to: say(until.at) })
}

/** `v4`; `v2, back in v5` for words that were missing in between. */
export function ageWords({ introduced, back }: Pick<BlameRun, 'introduced' | 'back'>, revisions: Revisions): string {
  if (back === null) return t('blame.version', { v: label(revisions, introduced) })
  return t('blame.back', { v: label(revisions, introduced), back: label(revisions, back) })
}

/** So many versions are named beside a block; of more, the first and the last. */
const mostNamed = 3

/** Which versions a block's words come from: `v1, v3`. */
export function blockWords(runs: readonly BlameRun[], revisions: Revisions): string {
  const main = runs.length === 1 ? runs[0] : undefined
  if (main !== undefined) return ageWords(main, revisions)
  const versions = [...new Set(runs.map(({ introduced }) => introduced))].toSorted((one, other) => one - other)
  if (versions.length > mostNamed) return versionsWords([versions[0]!, versions.at(-1)!], revisions)
  return versions.map((version) => versionsWords([version, version], revisions)).join(', ')
}

const day = 86_400_000

/** Short enough for the margin: `Tue 09:12` near the version that is read, `3 Mar` and `3 Mar 2025` further off. */
export function shortMoment(iso: string, near: string): string {
  const isNear = Math.abs(Date.parse(near) - Date.parse(iso)) < 6 * day
  if (isNear) {
    const weekday = new Intl.DateTimeFormat(locale(), { weekday: 'short' }).format(new Date(iso))
    return `${weekday} ${clock.time(iso)}`
  }
  const isOneYear = clock.year(iso) === clock.year(near)
  const year = isOneYear ? {} : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', ...year }).format(new Date(iso))
}

/** `73%`, `<1%`. */
export function shareWords(share: number): string {
  const percent = new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 })
  return share > 0 && share < 0.005 ? `<${percent.format(0.01)}` : percent.format(share)
}

/** What a passage says of itself while it is pointed at. */
export function runTip(run: BlameRun, revisions: Revisions): string {
  const first = t('blame.firstSeenIn', { v: label(revisions, run.introduced) })
  return `${first}. ${t('blame.stood', { versions: heldWords(run.held, revisions) })}`
}
