import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { textDirection } from '../../domain/direction.ts'
import type { Watch } from './changedetection-list.ts'
import type { State } from './document.ts'
import { readLines } from './line-text.ts'
import { decodeText, FileRefusal, largestFile } from './read-file.ts'
import type { Found } from './reader.ts'
import type { Tree } from './tree.ts'

const unpack = promisify(brotliDecompress)
const largestHistory = 50_000_000
/** So many states are in memory at once. */
const together = 50

/**
 * The states of one watched page, in the order of its history. `taken` holds the addresses of watches before it: two
 * watches of one page show different parts of it, so that the second is an article by itself, without an address.
 */
export async function* readWatch(tree: Tree, watch: Watch, taken: Set<string>): AsyncGenerator<Found> {
  const history = `${watch.folder}/history.txt`
  if (!tree.has(history)) return
  const url = URL.canParse(watch.url) && /^https?:$/.test(new URL(watch.url).protocol) ? watch.url : null
  const isFirst = url !== null && !taken.has(url)
  if (url !== null) taken.add(url)
  let first: State | undefined
  let states: State[] = []
  const flush = (): Found => {
    const part = { facts: factsOf(watch, states, isFirst ? url : null), states, first, isNamed: true }
    states = []
    return { kind: 'document', document: part }
  }
  try {
    for (const line of linesOf((await tree.read(history, largestHistory)).toString('utf8'))) {
      const found = await readLine(tree, watch, line)
      if ('kind' in found) yield found
      else states.push(found)
      if (states.length === together) yield flush()
      first ??= states[0]
    }
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    yield { kind: 'refused', record: watch.id, code: error.code, detail: error.detail }
  }
  if (states.length > 0) yield flush()
}

const linesOf = (text: string): string[] => text.split(/[\r\n]+/).filter((line) => line.trim() !== '')

type Refused = Extract<Found, { kind: 'refused' }>

/** `epoch,file`: of a file only the name counts, as older versions wrote where it lay on their own disk. */
async function readLine(tree: Tree, watch: Watch, line: string): Promise<State | Refused> {
  const comma = line.indexOf(',')
  const [epoch, path] = [line.slice(0, Math.max(comma, 0)).trim(), line.slice(comma + 1).trim()]
  const name = path.split(/[/\\]/).at(-1)!
  const record = `${watch.id}, ${line.slice(0, 200)}`
  const at = timeOf(epoch)
  if (at === null) return { kind: 'refused', record, code: 'bad-time', detail: epoch.slice(0, 100) }
  try {
    const text = decodeText(await readText(tree, `${watch.folder}/${name}`))
    const content = readLines(text, watch.title)
    if (content === null) throw new FileRefusal('too-large', 'more lines than any article has')
    const seen = { at, until: at, count: 1, outcome: 'changed', status: null, error: null } as const
    return { ...seen, content, original: { id: `${watch.id}/${epoch}`, time: epoch } }
  } catch (error) {
    if (error instanceof FileRefusal) return { kind: 'refused', record, code: error.code, detail: error.detail }
    throw error
  }
}

/** Seconds since 1970, of the check. */
function timeOf(epoch: string): string | null {
  if (!/^\d{1,11}(?:\.\d+)?$/.test(epoch)) return null
  const seconds = Number(epoch)
  return seconds > 0 ? new Date(seconds * 1000).toISOString() : null
}

/** Texts over 20 kB are packed with brotli: under a name that says so, or that the history still has without it. */
async function readText(tree: Tree, path: string): Promise<Buffer> {
  const found = [path, `${path}.br`].find((one) => tree.has(one))
  if (found === undefined) throw new FileRefusal('needs-files', path)
  const bytes = await tree.read(found, largestFile)
  if (!found.endsWith('.br')) return bytes
  return unpack(bytes, { maxOutputLength: largestFile }).catch((error: NodeJS.ErrnoException) => {
    throw new FileRefusal(error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged', path)
  })
}

function factsOf({ url: address, tags }: Watch, states: readonly State[], url: string | null) {
  const site = URL.canParse(address) ? new URL(address) : null
  const text = states[0]?.content?.blocks.map((block) => block.text).join('\n') ?? ''
  const name = site?.host.replace(/^www\./, '') || 'changedetection.io'
  const homepage = site !== null && /^https?:$/.test(site.protocol) ? `${site.origin}/` : null
  return { source: { name, homepage, folder: tags[0] ?? null }, url, lang: null, dir: textDirection(text) }
}
