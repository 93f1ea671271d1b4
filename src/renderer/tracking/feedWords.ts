import type { FeedRow } from '../../contract/tracking.ts'
import type { Clock } from '../ui/time.ts'
import { nextWords } from './checksWords.ts'
import { outcomeWords } from './outcomeWords.ts'

/** When a feed was read, how that ended where it failed, and when it will be read next. */
export function feedWords({ pace, lastAt, nextAt, outcome }: FeedRow, now: number, clock: Clock): string {
  const last =
    lastAt === null
      ? 'Not read yet'
      : `Read ${clock.relative(lastAt, now).replace(/^(?:Just now|Yesterday)$/u, (word) => word.toLowerCase())}`
  const failed = outcome !== null && outcomeWords[outcome].tone === 'failed' ? `. ${outcomeWords[outcome].long}` : ''
  if (pace === 'paused') return `${last}${failed}. Paused`
  return `${last}${failed}${nextAt === null ? '' : `. ${nextWords(nextAt, now)}`}`
}
