import { articleKey } from '../address/key.ts'
import { addStates, storeStates, type Added, type Provenance } from '../add.ts'
import { readNewest } from '../content.ts'
import type { Document, FoundNote, State } from '../exchange/document.ts'
import { isSameArticle } from '../exchange/kinship.ts'
import { inOrder } from '../exchange/order.ts'
import type { Loose } from '../exchange/reader.ts'
import { addArticle, findByUrl, sharingBlocks, type ArticleFacts } from '../store/articles.ts'
import { blockHash } from '../store/hash.ts'
import { hasOrigin, isNamedBy } from '../store/imports.ts'
import { addNote, sameNote } from '../store/notes.ts'
import type { Store } from '../store/open.ts'
import { revisionSeenAt } from '../store/revisions.ts'
import { articleAt } from '../store/tracking.ts'
import type { Block, Content } from '../../domain/revision.ts'

/** What became of one article's states: the article, whether it is new, and each state's fate. */
export type Counted = readonly [article: number, isNew: boolean, added: readonly Added[]]

/** The file that states come from. */
export interface Origin {
  /** Its name, without its folder. */
  readonly name: string
  /** The format, as the extractor of texts that it brings ready-made. */
  readonly format: string
  /** The import they belong to; null for text that was pasted. */
  readonly import: number | null
}

/** Stores an article's states; `isMany`: the evidence alone, the rest is derived soon after. In the caller's transaction. */
export function storeDocument(store: Store, document: Document, from: Origin, isMany: boolean): Counted {
  const { facts, states, notes = [] } = document
  const known = facts.url === null ? findAlike(store, document, from.format) : findAt(store, facts.url)
  const article = known ?? addArticle(store, facts)
  const add = isMany ? storeStates : addStates
  const added = add(store, article, states, provenanceOf(from))
  for (const note of notes) storeNote(store, article, note)
  return [article, known === undefined, added.map((one, i) => versionsAlone(one, states[i]!))]
}

/** Of what is there already only versions are counted: a check that showed nothing new is no news to anybody. */
const versionsAlone = (added: Added, { content }: State): Added =>
  added === 'known' && content === null ? 'observation' : added

/** A note that is there already stays as it is; one whose version is not there becomes one on the article. */
function storeNote(store: Store, article: number, { version, edit, ...note }: FoundNote): void {
  const revision = version === null ? undefined : revisionSeenAt(store, article, version)
  const on = revision === undefined ? ({ kind: 'article' } as const) : ({ kind: 'version', revision } as const)
  const about = edit === null ? on : ({ kind: 'change', hash: edit } as const)
  if (sameNote(store, article, { about, createdAt: note.createdAt }) === undefined)
    addNote(store, article, { about, ...note })
}

/** Stores states without an address that belong together, in order of time. In the caller's transaction. */
export function storeLoose(
  store: Store,
  group: readonly Loose[],
  from: Pick<Origin, 'format' | 'import'> & { readonly source: string; readonly now: Date }
): Counted {
  const known = findGroup(store, group)
  const article = known ?? addArticle(store, factsOf(group[0]!, from.source))
  const added = inOrder(group.map(withTime), from.now).flatMap((one) => {
    const state: State = { ...seenAt(one.at), content: one.content, received: one.received }
    return addStates(store, article, [state], {
      ...provenanceOf({ ...from, name: one.name }),
      isTimeGuessed: one.told === undefined
    })
  })
  return [article, known === undefined, added]
}

const seenAt = (at: string) => ({ at, until: at, count: 1, outcome: 'changed', status: null, error: null }) as const

/** A file that tells its own time needs no guess by its name. */
const withTime = (loose: Loose) => ({ ...loose, told: loose.at ?? undefined })

/** A file holds many captures, so its own hash identifies none of them. */
const provenanceOf = ({ name, format, import: id }: Origin): Provenance => ({
  origin: name,
  bodyHash: null,
  extractor: format,
  import: id
})

function factsOf({ lang, dir }: Loose, source: string): ArticleFacts {
  return { source: { name: source, homepage: null, folder: null }, url: null, lang, dir }
}

/** The stored article at an address, in whatever form it is written. */
const findAt = (store: Store, url: string): number | undefined =>
  findByUrl(store, url) ?? articleAt(store, articleKey(url))

/** The stored article that a document without an address is of: the one its file names, or else one of its kind. */
function findAlike(store: Store, { states, first, isNamed = false }: Document, format: string): number | undefined {
  const all = first === undefined || first === states[0] ? states : [first, ...states]
  const contents = all.flatMap(({ content }) => content ?? [])
  if (!isNamed) return findKin(store, contents)
  const ids = all.flatMap(({ original }) => original?.id ?? [])
  return sharing(store, contents).find((article) => isNamedBy(store, article, format, ids))
}

/** The stored article that these texts are states of, if there is one. */
function findKin(store: Store, contents: readonly Content[]): number | undefined {
  return sharing(store, contents).find((article) => {
    const stored = readNewest(store, article)
    return stored !== undefined && contents.some((content) => isSameArticle(stored, content))
  })
}

const sharing = (store: Store, contents: readonly Content[]): number[] =>
  sharingBlocks(
    store,
    contents.flatMap(({ blocks }) => blocks.map(blockHash))
  )

/** The stored article that loose states belong to: one of their kind, and where a folder put them together, theirs. */
function findGroup(store: Store, group: readonly Loose[]): number | undefined {
  const contents = group.map(({ content }) => content)
  if (group[0]!.group === undefined) return findKin(store, contents)
  const names = group.map(({ name }) => name)
  return sharing(store, contents).find((article) => hasOrigin(store, article, names))
}

/** Up to so many states every one is compared with every group; it takes a second then. */
const fewStates = 200

/**
 * Puts states of the same article together: by what their folders say, or else by how like they are. Where there are many,
 * only those are compared that have a block in common: what was rewritten to the last paragraph is an article of its own.
 */
export function groupByArticle(loose: readonly Loose[]): Loose[][] {
  const groups: Loose[][] = []
  const having = new Map<string, Loose[][]>()
  for (const one of loose) {
    const keys = one.group === undefined ? one.content.blocks.map(blockKeyOf) : [`in ${one.group}`]
    const near = loose.length <= fewStates ? groups : new Set(keys.flatMap((key) => having.get(key) ?? []))
    let group = [...near].find((members) => isOfOne(members.at(-1)!, one))
    if (group === undefined) groups.push((group = []))
    group.push(one)
    for (const key of keys) having.set(key, [...new Set([...(having.get(key) ?? []), group])])
  }
  return groups
}

const blockKeyOf = (block: Block): string => blockHash(block).toString('latin1')

function isOfOne(a: Loose, b: Loose): boolean {
  if (a.group !== undefined || b.group !== undefined) return a.group === b.group
  return isSameArticle(a.content, b.content)
}
