import * as z from 'zod'
import { FileRefusal } from './read-file.ts'
import type { Found } from './reader.ts'
import type { Tree } from './tree.ts'

const name = z.string().max(2000).nullish().catch(null)

const watchFile = z.object({
  url: z.string().min(1).max(8192),
  title: name,
  page_title: name,
  tags: z.array(z.string().max(200)).catch([]).default([]),
  tag: name
})

/** A page that is watched, as its file describes it, and the folder in which its history lies. */
export interface Watch {
  readonly id: string
  readonly folder: string
  readonly url: string
  readonly title: string | null
  readonly tags: readonly string[]
}

/** Descriptions of watches are small; the list of all of them, as older versions kept it, is larger. In bytes. */
const largestWatch = 5_000_000
const largestList = 100_000_000

/** The watches of a datastore: from the file of each, or from the one list that versions before schema 26 kept. */
export async function* listWatches(
  tree: Tree,
  root: string
): AsyncGenerator<Watch | Extract<Found, { kind: 'refused' }>> {
  const inside = (path: string) => (root === '' ? path : `${root}/${path}`)
  const tagNames = await readTags(tree, root)
  const own = new Set<string>()
  for (const { name } of tree.files) {
    const id = idOf(name, root, 'watch.json')
    if (id === undefined) continue
    own.add(id)
    yield await described(tree, { name, id, folder: inside(id), tagNames })
  }
  if (!tree.has(inside('url-watches.json'))) return
  const list = parse(await tree.read(inside('url-watches.json'), largestList), 'url-watches.json')
  const watching = isObject(list) && isObject(list['watching']) ? list['watching'] : {}
  for (const [id, value] of Object.entries(watching))
    if (!own.has(id) && /^[\w-]{1,64}$/.test(id)) yield toWatch(value, { id, folder: inside(id), tagNames })
}

interface Described {
  readonly id: string
  readonly folder: string
  readonly tagNames: ReadonlyMap<string, string>
}

async function described(tree: Tree, { name, ...rest }: Described & { readonly name: string }) {
  try {
    return toWatch(parse(await tree.read(name, largestWatch), name), rest)
  } catch (error) {
    if (error instanceof FileRefusal) return refused(rest.id, error)
    throw error
  }
}

function toWatch(value: unknown, { id, folder, tagNames }: Described): Watch | Extract<Found, { kind: 'refused' }> {
  const checked = watchFile.safeParse(value)
  if (!checked.success)
    return refused(id, new FileRefusal('wrong-schema', checked.error.issues[0]?.path.join('.') ?? ''))
  const { url, title, page_title: pageTitle, tags, tag } = checked.data
  const old = (tag ?? '').split(',').map((one) => one.trim())
  const named = [...tags.map((one) => tagNames.get(one) ?? one), ...old].filter((one) => one !== '')
  return { id, folder, url: url.replace(/^source:/, ''), title: title || pageTitle || null, tags: named }
}

const refused = (record: string, { code, detail }: FileRefusal) => ({ kind: 'refused', record, code, detail }) as const

/** The names of tags by their ids: each has a file of its own. */
async function readTags(tree: Tree, root: string): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const { name } of tree.files) {
    const id = idOf(name, root, 'tag.json')
    if (id === undefined) continue
    const value = parse(await tree.read(name, largestWatch), name)
    if (isObject(value) && typeof value['title'] === 'string') names.set(id, value['title'].slice(0, 200))
  }
  return names
}

function idOf(path: string, root: string, file: string): string | undefined {
  const rest = root === '' ? path : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : ''
  const [id, name, ...more] = rest.split('/')
  return name === file && more.length === 0 ? id : undefined
}

function parse(bytes: Buffer, name: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new FileRefusal('damaged', name)
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
