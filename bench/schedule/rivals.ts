import type { Policy } from './simulate.ts'

const minute = 60_000
const day = 24 * 60 * minute

interface Since {
  readonly at: number
  readonly changed: number
}

/**
 * NewsDiffs: by the time since the article was added or last changed (`get_update_delay`, scraper.py of ecprice/newsdiffs at
 * 279e867). Its loop runs by cron; here it looks on the minute it may.
 */
export const newsDiffs: Policy<Since> = {
  name: 'NewsDiffs',
  first: (at) => ({ at, changed: at }),
  after: (memory, at, changed) => ({ at, changed: changed ? at : memory.changed }),
  next: ({ at, changed }) => at + newsDiffsDelay(at - changed)
}

function newsDiffsDelay(since: number): number {
  if (since < 180 * minute) return 15 * minute
  if (since < day) return 60 * minute
  if (since < 7 * day) return 180 * minute
  if (since < 30 * day) return 3 * day
  return since < 360 * day ? 30 * day : Infinity
}

/** NewsSniffer: 30 minutes, a fifth longer with each check, 30 minutes again after a change; none once beyond 40 days (news_article.rb of johnl/news-sniffer). */
export const newsSniffer: Policy<{ readonly at: number; readonly period: number }> = {
  name: 'NewsSniffer',
  first: (at) => ({ at, period: 30 * minute }),
  after: ({ period }, at, changed) => ({ at, period: changed ? 30 * minute : period * 1.2 }),
  next: ({ at, period }) => (period < 40 * day ? at + period : Infinity)
}

export const every = (minutes: number): Policy<number> => ({
  name: `every ${minutes < 60 ? `${minutes} min` : `${minutes / 60} h`}`,
  first: (at) => at,
  after: (_, at) => at,
  next: (at) => at + minutes * minute
})
