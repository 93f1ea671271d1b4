import type { Change, Gap, RevisionInfo } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { changeWords } from '../list/phrases.ts'
import { clock } from '../ui/clock.ts'
import { changedBetween, exact, windowTitle } from '../ui/time.ts'
import { capital } from '../ui/words.ts'
import type { Stretch } from './axis.ts'
import type { TimelineEvent } from './events.ts'

const lowered = (text: string): string => `${text.charAt(0).toLocaleLowerCase()}${text.slice(1)}`

/** What happened in a version, in a phrase. */
export function phraseOf(revision: RevisionInfo): string {
  if (revision.returnsTo !== null) return t('timeline.returnedTo', { v: revision.returnsTo })
  if (revision.change === null) return t('timeline.first')
  if (revision.change.summary !== '') return changeWords(revision.change.summary)
  return t(revision.change.minor ? 'timeline.minor' : 'timeline.changed')
}

/** What became of a version that is not there any more. */
export function gapWords({ deletedAt, revision, lost }: Gap): string {
  if (lost) return t('timeline.gap.unreadable')
  return revision === null ? t('timeline.gap.deletedAt', { when: clock.moment(deletedAt) }) : t('timeline.gap.waiting')
}

/** What was observed at a check that brought no version: `503 error, Tue 3 Mar, 14:02. The site could not answer …`. */
export function observedWords(event: { label: string; iso: string; words: string; count?: number }): string {
  const said = { label: capital(event.label), when: clock.moment(event.iso), words: event.words }
  const count = event.count ?? 1
  return count === 1 ? t('timeline.observed', said) : t('timeline.observedOften', { ...said, n: count })
}

/** `Not observed, 02:00 to 08:10`; with the days where they are two. */
export function blankWords({ from, to }: Stretch): string {
  const [start, end] = [new Date(from).toISOString(), new Date(to).toISOString()]
  const sameDay = clock.dayKey(start) === clock.dayKey(end)
  return t('timeline.blank', {
    from: sameDay ? clock.time(start) : clock.moment(start),
    to: sameDay ? clock.time(end) : clock.moment(end)
  })
}

/** What a handle says of the version it stands on; its place is said apart where its name is another. */
export function valueText(revision: RevisionInfo, index: number, versions: number): string {
  const window = revision.lastSeenBefore === null ? '' : `, ${lowered(changedBetween(clock, revision))}`
  const said = { place: placeWords(revision, index, versions), when: clock.spoken(revision.at) }
  return `${t('timeline.value', { ...said, what: lowered(phraseOf(revision)) })}${window}`
}

function placeWords({ label }: RevisionInfo, index: number, versions: number): string {
  if (label === String(index + 1)) return t('timeline.place', { v: label, versions })
  return t('timeline.placeAmong', { v: label, n: index + 1, versions })
}

/** The name of a mark: `version 3 of 5, Tuesday 3 March, 12:40, headline changed, 40 words added`. */
export function markName(event: TimelineEvent, versions: number): string {
  if (event.kind === 'failure') return t('timeline.failedName', { what: observedWords(event) })
  if (event.kind === 'note') return observedWords(event)
  if (event.kind === 'gap') return gapName(event.gap, event.iso)
  const { revision, index } = event
  const { change, noted, imported } = revision
  const said = { place: placeWords(revision, index, versions), when: clock.spoken(revision.at) }
  const more = [
    change?.headlineChanged === true ? t('timeline.headline') : '',
    ...(change === null ? [] : wordParts(change)),
    change?.silent === true ? t('timeline.silent') : '',
    noted ? t('timeline.noted') : '',
    imported ? t('timeline.imported') : ''
  ].filter((part) => part !== '')
  return [t('timeline.value', { ...said, what: lowered(phraseOf(revision)) }), ...more].join(', ')
}

const gapName = (gap: Gap, iso: string): string =>
  t('timeline.gapName', { v: gap.label, when: clock.moment(iso), what: gapWords(gap) })

function wordParts({ wordsAdded, wordsRemoved }: Change): string[] {
  return [
    wordsAdded > 0 ? t('timeline.wordsAdded', { n: wordsAdded }) : '',
    wordsRemoved > 0 ? t('timeline.wordsRemoved', { n: wordsRemoved }) : ''
  ]
}

/** What is told beside a mark: what it is, and its time here and in UTC. */
export function markTitle(event: TimelineEvent): string {
  if (event.kind === 'failure' || event.kind === 'note') return `${observedWords(event)}\n${exact(event.iso)}`
  if (event.kind === 'gap') return `${gapName(event.gap, event.iso)}\n${exact(event.iso)}`
  const { revision } = event
  const changed = revision.change === null ? '' : ` ${wordsChanged(revision)}`
  const flags = [
    revision.change?.silent === true ? t('timeline.silent') : '',
    revision.noted ? t('timeline.noted') : '',
    revision.imported ? t('timeline.imported') : ''
  ].filter((flag) => flag !== '')
  const first = [`v${revision.label}: ${phraseOf(revision)}`, ...flags.map(capital)].join('. ')
  return `${first}.${changed}\n${windowTitle(clock, revision)}`
}

/** `v2`, in the reader's own counting. */
export function versionName(revision: RevisionInfo): string {
  return `v${revision.label}`
}

/** `+12 −3 words`, or nothing for a first capture. */
export function wordsChanged(revision: RevisionInfo): string {
  const { change } = revision
  if (change === null) return t('timeline.words', { n: revision.words })
  const parts = [
    change.wordsAdded > 0 ? `+${change.wordsAdded}` : '',
    change.wordsRemoved > 0 ? `−${change.wordsRemoved}` : ''
  ].filter((part) => part !== '')
  if (parts.length === 0) return t('timeline.noWords')
  return t('timeline.wordsChanged', { parts: parts.join(' '), n: change.wordsAdded + change.wordsRemoved })
}
