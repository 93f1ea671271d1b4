import { t } from '../../catalogue/words.ts'
import type { FeedRow } from '../../contract/tracking.ts'
import type { Clock } from '../ui/time.ts'
import { nextWords } from './checksWords.ts'
import { outcomeWords } from './outcomeWords.ts'

/** When a feed was read, how that ended where it failed, and when it will be read next. */
export function feedWords({ pace, lastAt, nextAt, outcome }: FeedRow, now: number, clock: Clock): string {
  const read = lastAt === null ? t('feed.notYet') : t('feed.read', { ago: clock.ago(lastAt, now) })
  const failed = outcome !== null && outcomeWords[outcome].tone === 'failed'
  const last = failed ? t('feed.failed', { last: read, failure: t(outcomeWords[outcome].long) }) : read
  if (pace === 'paused') return t('feed.paused', { last })
  return nextAt === null ? last : t('feed.next', { last, next: nextWords(nextAt, now) })
}
