import { failureOf } from '../../library/failure-of.ts'
import type { OpenLibrary } from '../../library/library.ts'
import { findArticle } from '../article.ts'
import { CliError, UsageError } from '../error.ts'
import { exitStopped, interruptible } from '../interrupt.ts'
import { withLibrary, type Answer } from '../library.ts'
import { counted, has } from '../numbers.ts'
import { outcomeWords } from '../outcomes.ts'
import type { Asked, Run } from '../spec.ts'
import { Bar, cut, oneLine, print, printJson, table, tell } from '../terminal.ts'
import { wall } from '../times.ts'

type Round = Awaited<ReturnType<OpenLibrary['checkOnce']>>
type Progress = Answer<'checks'>

/** So long is waited for sites that asked to be left alone, in milliseconds. */
const longestWait = 3_600_000

/** `palimpsest check [ARTICLE...] [--due | --all] [--wait]` */
export const check: Run = (asked) => {
  const named = [asked.args.length > 0, has(asked, 'all'), has(asked, 'due')].filter(Boolean)
  if (named.length > 1) throw new UsageError('Choose articles, --due or --all, and not several of them.')
  const bar = new Bar()
  return interruptible((signal) =>
    withLibrary(
      asked,
      async (library) => {
        const articles = await articlesOf(library, asked.args)
        await checkReady(library)
        if (has(asked, 'all')) await library.handlers.checkNow({ articles: null })
        const round = await rounds(library, { articles, signal, waits: has(asked, 'wait') }, bar)
        bar.end()
        const { due, offlineSince } = await library.handlers.checks({})
        if (offlineSince !== null && round.done.length === 0)
          throw new CliError('There is no network. Nothing was asked.')
        report(round, due, asked)
        return signal.aborted ? exitStopped : 0
      },
      {
        tell: (event, payload) => {
          if (event !== 'checks') return
          const { done, total } = payload as Progress
          bar.show(`${done} of ${total}`, done, total)
        }
      }
    )
  )
}

/** What is named has to be followed: nobody waits for a check that never comes. */
async function articlesOf(library: OpenLibrary, named: readonly string[]): Promise<number[] | null> {
  if (named.length === 0) return null
  const ids: number[] = []
  for (const name of named) {
    const { id, url } = await findArticle(library, name)
    const isFollowed = await follows(library, id)
    if (!isFollowed || url === null)
      throw new CliError(`Article ${id} is not followed. "palimpsest add" follows its address.`)
    ids.push(id)
  }
  return ids
}

async function follows({ handlers }: OpenLibrary, article: number): Promise<boolean> {
  try {
    await handlers.tracking({ article })
    return true
  } catch (error) {
    if (failureOf(error)?.code === 'not-found') return false
    throw error
  }
}

async function checkReady({ handlers }: OpenLibrary): Promise<void> {
  const { paused } = await handlers.checks({})
  if (paused)
    throw new CliError('Checks are paused in this library. Nothing was asked. The application lets them go on.')
}

interface Wanted {
  readonly articles: readonly number[] | null
  readonly signal: AbortSignal
  readonly waits: boolean
}

/** One round; where it is wanted, others for what had to wait. */
async function rounds(library: OpenLibrary, { articles, signal, waits }: Wanted, bar: Bar): Promise<Round> {
  const until = Date.now() + longestWait
  const done = []
  let round = await library.checkOnce({ articles, signal })
  for (;;) {
    done.push(...round.done)
    const next = Math.min(...round.waiting.map(({ until }) => Date.parse(until)))
    if (!waits || signal.aborted || next > until) return { done, waiting: round.waiting }
    bar.show(`Waiting until ${wall(new Date(next).toISOString())}`, 0, null)
    await sleep(next - Date.now() + 500, signal)
    const waited = round.waiting.flatMap(({ kind, id }) => (kind === 'article' ? [id] : []))
    round = await library.checkOnce({ articles: articles === null ? null : waited, signal })
  }
}

const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.max(0, milliseconds))
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })

function doneJson(one: Round['done'][number]) {
  const { at, what, url, article, feed, title, source, outcome, status, detail, version, added } = one
  return { at, what, url, article, feed, title, source, outcome, status, detail, version, added }
}

/** `the text changed, now v2` */
function resultWords({ outcome, status, version, added, detail }: Round['done'][number]): string {
  const words = outcomeWords(outcome, status)
  if (version !== null) return `${words}, now v${version}`
  if (added > 0) return `${words}, names ${counted(added, 'new article')}`
  return detail === '' ? words : `${words}: ${cut(oneLine(detail), 80)}`
}

function report({ done, waiting }: Round, due: number, asked: Asked): void {
  if (has(asked, 'json')) return printJson({ done: done.map(doneJson), waiting, due })
  const named = [{ name: 'when' }, { name: 'what' }, { name: 'outcome' }, { name: 'title' }]
  const rows = done.map((one) => [wall(one.at), one.what, resultWords(one), one.title])
  if (rows.length > 0) print(table(named, rows))
  else print('Nothing was due.')
  for (const { kind, id, until } of waiting)
    tell(`${kind} ${id}: ${oneLine('its site asked to be left alone')} until ${wall(until)}.`)
  if (due > 0) tell(`${due} still due. "palimpsest check" again goes on with them.`)
}
