import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const data = join(import.meta.dirname, '../../.cache/data')

/** What one article showed: its first state and each later one, in order; times in ms since 1970. */
export interface Life {
  readonly set: string
  readonly id: string
  readonly states: readonly { readonly at: number; readonly text: string }[]
}

const day = 24 * 3_600_000

/** Articles whose first state and edits have times of their own. Empty where the data is not on this machine. */
export const lives = (): Life[] =>
  existsSync(data)
    ? [...headlines(), ...folders.flatMap((set) => inFolders(set))].filter(({ states }) => states.length > 1)
    : []

/**
 * Sets of one folder an article. Not among them: digitalgov-news, whose first times are those of a move of the whole site,
 * br-news-edits and most of g1-articles, which do not say when an article was first seen.
 */
const folders = ['a-g1-articles', 'a-ruby-news', 'a-18f-blog', 'a-optech-newsletters', 'a-fcdo-travel']

interface Headline {
  readonly id: string
  readonly titles: readonly { readonly at: string; readonly text: string }[]
  readonly summaries: readonly { readonly at: string; readonly text: string }[]
}

/** Headline and summary together are the state: a page shows both. */
function headlines(): Life[] {
  const lines = readFileSync(join(data, 'a-bbc-headlines/headlines.jsonl'), 'utf8').trim().split('\n')
  return lines.map((line) => {
    const { id, titles, summaries } = JSON.parse(line) as Headline
    const times = [...new Set([...titles, ...summaries].map(({ at }) => at))].sort()
    const shown = (list: Headline['titles'], at: string) => list.findLast((entry) => entry.at <= at)?.text ?? ''
    const states = times.map((at) => ({ at: Date.parse(at), text: `${shown(titles, at)}\n${shown(summaries, at)}` }))
    return { set: 'a-bbc-headlines', id, states: distinct(states) }
  })
}

interface Meta {
  readonly versions: readonly { readonly file: string; readonly at?: string; readonly bulk?: boolean }[]
}

/** Edits that touched many articles of a site at once are left out: they are moves of the site. */
function inFolders(set: string): Life[] {
  const names = readdirSync(join(data, set)).filter((name) => existsSync(join(data, set, name, 'meta.json')))
  return names.flatMap((id) => {
    const { versions } = JSON.parse(readFileSync(join(data, set, id, 'meta.json'), 'utf8')) as Meta
    if (versions[0]?.at === undefined || versions[0].bulk === true) return []
    const own = versions.filter(({ at, bulk }) => at !== undefined && bulk !== true)
    const states = own.map(({ at, file }) => ({ at: Date.parse(at!), text: file })).sort((a, b) => a.at - b.at)
    return [{ set, id, states: distinct(states) }]
  })
}

const distinct = (states: Life['states']): Life['states'] =>
  states.filter(({ text }, n) => n === 0 || text !== states[n - 1]!.text)

/** What happened in so many days from the first state. */
export const within = (life: Life, days: number): Life => ({
  ...life,
  states: life.states.filter(({ at }) => at <= life.states[0]!.at + days * day)
})
