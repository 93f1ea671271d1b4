import type { Gap, RevisionInfo } from '../../domain/timemap.ts'
import { clock } from '../ui/clock.ts'
import { changedBetween } from '../ui/time.ts'
import { capital } from '../ui/words.ts'

/** What happened in a version, in a phrase. */
export function phraseOf(revision: RevisionInfo): string {
  if (revision.returnsTo !== null) return `Returned to version ${revision.returnsTo}`
  if (revision.change === null) return 'First capture'
  if (revision.change.summary !== '') return capital(revision.change.summary)
  return revision.change.minor ? 'Minor edit' : 'Changed'
}

/** What became of a version that is not there any more. */
export function gapWords({ deletedAt, revision, lost }: Gap): string {
  if (lost) return 'Could not be read when the library was repaired'
  return revision === null ? `Deleted ${clock.moment(deletedAt)}` : 'In Recently deleted'
}

/** What was observed at a check that brought no version: `503 error, Tue 3 Mar, 14:02. The site could not answer …`. */
export function observedWords(event: { label: string; iso: string; words: string; count?: number }): string {
  const times = event.count === undefined || event.count === 1 ? '' : ` ${event.count} checks in a row.`
  return `${capital(event.label)}, ${clock.moment(event.iso)}. ${event.words}${times}`
}

/** What a handle says of the version it stands on; its place is said apart where its name is another. */
export function valueText(revision: RevisionInfo, index: number, versions: number): string {
  const place = revision.label === String(index + 1) ? '' : `, number ${index + 1}`
  const what = phraseOf(revision)
  const when = clock.spoken(revision.at)
  const window = revision.lastSeenBefore === null ? '' : `, ${changedBetween(clock, revision)}`
  return `version ${revision.label}${place} of ${versions}, ${when}, ${what.charAt(0).toLowerCase()}${what.slice(1)}${window}`
}

/** `v2`, in the reader's own counting. */
export function versionName(revision: RevisionInfo): string {
  return `v${revision.label}`
}

/** `+12 −3 words`, or nothing for a first capture. */
export function wordsChanged(revision: RevisionInfo): string {
  const { change } = revision
  if (change === null) return `${revision.words} words`
  const parts = [
    change.wordsAdded > 0 ? `+${change.wordsAdded}` : '',
    change.wordsRemoved > 0 ? `−${change.wordsRemoved}` : ''
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'No words' : `${parts.join(' ')} words`
}
