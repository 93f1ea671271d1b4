import type { Token } from '../diff/tokens.ts'
import type { Setting } from './finding.ts'
import { startsSentence } from './sentence-start.ts'
import { isAttribution } from './terms.ts'

const capital = /^[\p{Lu}\p{Lt}]/u
const germanNoun = /(?:ung|ungen|heit|keit|schaft|tion|tät|nis|mus|ment|tum|chen|lein)s?$/u
const germanPlace = /^(?:in|aus|nach|bei|von|für|gegen)$/u
const noPlace =
  /^(?:Haft|Kraft|Angst|Hause|Zukunft|Protest|Angaben|Höhe|Betrieb|Ordnung|Deutsch|Form|Sicht|Ende|Anfang|Mitte|Menschen|Kindern|Millionen|Milliarden)$/u

/**
 * German writes every noun large. A name stands beside another large word, a title or a verb of saying, or after the
 * preposition of a place, without an article.
 */
export function isGermanName(items: readonly Token[], at: number, setting: Setting): boolean {
  const vocabulary = setting.words()
  const key = (near: number) => (items[near]?.kind === 'word' ? items[near].key : '')
  const [before, after] = [key(at - 1), key(at + 1)]
  if (germanNoun.test(key(at))) return false
  if (vocabulary.beforeName.has(before.toLowerCase())) return true
  if (isAttribution(before, vocabulary) || isAttribution(after, vocabulary)) return !startsWithArticle(items, at)
  if (germanPlace.test(before)) return !noPlace.test(key(at))
  return capital.test(before)
    ? !startsSentence(items, at - 1) || isFirstName(items, at - 1, setting)
    : isFirstName(items, at, setting)
}

function startsWithArticle(items: readonly Token[], at: number): boolean {
  return /^(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer)$/iu.test(items[at - 1]?.key ?? '')
}

function isFirstName(items: readonly Token[], at: number, { lexicon }: Setting): boolean {
  const next = items[at + 1]
  if (next === undefined || !capital.test(next.key) || startsWithArticle(items, at)) return false
  return !lexicon().small.has(items[at]!.key.toLowerCase()) && !/^(?:Der|Die|Das|Ein|Eine)$/u.test(items[at]!.key)
}
