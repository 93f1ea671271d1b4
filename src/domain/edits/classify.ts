import type { Block, BlockKind } from '../revision.ts'
import type { EditKind, FoldRule, FoundEdit } from '../diff/comparison.ts'
import { textOf } from '../diff/passage.ts'
import { tokenise } from '../diff/tokens.ts'
import type { PassagePair, Site } from '../diff/sites.ts'
import { changedWords } from '../diff/sites.ts'
import { claimChange, isUpdateLine } from './claims.ts'
import { ranked, type Finding, type Setting } from './finding.ts'
import { linkEdits } from './links.ts'
import { bareImageAddress, isBoilerplate, isCounter } from './noise.ts'
import { siteJudge, type Verdict } from './site.ts'

/** Two blocks that belong together, and where their texts differ. */
export interface BlockPair {
  readonly old: Block
  readonly newer: Block
  readonly pair: PassagePair
  readonly sites: readonly Site[]
  /** Their equal words differ in typography somewhere. */
  readonly typography: boolean
}

/** The findings in an edited block; `editOf[i]` is the position among them of the one that site `i` belongs to. */
export interface PairFindings {
  readonly found: readonly Finding[]
  readonly editOf: readonly number[]
}

const nouns: Partial<Record<BlockKind, string>> = {
  'list-item': 'list item',
  'table-row': 'table row',
  'correction-note': 'correction note',
  dateline: 'date line'
}
/** Blocks whose every change carries the kind of the block. */
const ownKinds: Partial<Record<BlockKind, EditKind>> = {
  headline: 'headline',
  standfirst: 'standfirst',
  byline: 'byline',
  dateline: 'date-claim',
  caption: 'caption',
  'correction-note': 'correction-note',
  image: 'image'
}
const twoEnds = new Set(['“”', '‘’', '„“', '«»', '»«', '「」', '『』', '""', "''", '()', '[]', '（）'])
const heads = new Set<BlockKind>(['headline', 'standfirst', 'byline', 'dateline'])

/** What a block is called in a sentence: "paragraph", "list item". */
function blockNoun(kind: BlockKind): string {
  return nouns[kind] ?? kind
}

/** The edits between two blocks that belong together, first those of their words. */
export function editsOfPair(setting: Setting, blocks: BlockPair, hunk: number): PairFindings {
  const { old, newer, sites } = blocks
  const line = sites.length > 0 ? wholeLine(blocks, hunk) : null
  const groups = line === null ? groupsOf(blocks) : []
  const judged = line === null ? groups.map((group) => siteFinding(setting, blocks, { group, hunk })) : [line]
  const rest = [typographyEdit(blocks, hunk), kindEdit(old, newer, hunk), imageEdit(old, newer, hunk)]
  const others = [...rest.filter((edit) => edit !== null), ...linkEdits(old, newer, hunk)]
  return {
    found: [...judged, ...others.map((edit) => quiet(edit, newer))],
    editOf: line === null ? groups.flatMap((group, index) => group.map(() => index)) : sites.map(() => 0)
  }
}

/** Sites that are one edit: mostly one each, but two marks that open and close come or go together. */
function groupsOf({ pair, sites }: BlockPair): Site[][] {
  const groups: Site[][] = []
  for (const site of sites) {
    const last = groups.at(-1)
    if (last?.length === 1 && areTwoEnds(pair, last[0]!, site)) last.push(site)
    else groups.push([site])
  }
  return groups
}

function areTwoEnds({ older, newer }: PassagePair, one: Site, other: Site): boolean {
  const marks = (site: Site) => [textOf(older, site.oldFrom, site.oldTo), textOf(newer, site.newFrom, site.newTo)]
  const [a, b] = [marks(one), marks(other)]
  const sides = [0, 1].map((side) => `${a[side]}${b[side]}`)
  return sides.every((ends) => ends === '' || twoEnds.has(ends))
}

function quiet(edit: FoundEdit, block: Block): Finding {
  return { edit, figures: [], sentence: false, head: heads.has(block.kind), wordsAdded: 0, wordsRemoved: 0 }
}

/** A line that changed as a whole and only says when it was updated, who counts, or what the page wants to sell. */
function wholeLine({ old, newer, pair, sites }: BlockPair, hunk: number): Finding | null {
  const fold = foldedLine(old, newer)
  if (fold === null) return null
  const edit: FoundEdit = { hunk, folded: true, minor: true, ...fold }
  const words = sites.reduce((sum, site) => sum + changedWords(pair, site), 0)
  return { ...quiet(edit, newer), wordsAdded: words, wordsRemoved: 0 }
}

type Fold = Pick<FoundEdit, 'kinds' | 'rule' | 'before' | 'after' | 'reason'>

function foldedLine(old: Block, newer: Block): Fold | null {
  if (newer.kind === 'headline' || newer.kind === 'standfirst' || newer.kind === 'correction-note') return null
  const claim = claimChange(old.text, newer.text, newer.kind !== 'dateline')
  if (claim !== null) {
    const words =
      claim.rule === 'relative-time'
        ? 'the time of the update, counted from the moment of reading'
        : 'the page’s own update line'
    return { ...claim, kinds: ['date-claim'], reason: words }
  }
  const texts = { before: old.text, after: newer.text }
  if (isCounter(old.text) && isCounter(newer.text))
    return { ...texts, kinds: ['boilerplate'], rule: 'counter', reason: 'a counter' }
  if (!isBoilerplate(old.text) || !isBoilerplate(newer.text)) return null
  return { ...texts, kinds: ['boilerplate'], rule: 'boilerplate', reason: 'a line of the page, not of the article' }
}

interface Place {
  readonly group: readonly Site[]
  readonly hunk: number
}

function siteFinding(setting: Setting, blocks: BlockPair, { group, hunk }: Place): Finding {
  const site = group[0]!
  const last = group.at(-1)!
  const { pair, newer } = blocks
  const verdict = judgeOf(blocks, setting)(site)
  const own = ownKinds[newer.kind]
  const kinds = ranked(own === undefined ? verdict.kinds : [own, ...verdict.kinds.filter((kind) => kind !== 'wording')])
  const before = textOf(pair.older, site.oldFrom, last.oldTo)
  const after = textOf(pair.newer, site.newFrom, last.newTo)
  const reason = own === undefined ? verdict.reason : headReason(newer, verdict, site)
  const edit: FoundEdit = { hunk, kinds, folded: false, rule: null, before, after, reason, minor: verdict.minor }
  const all = { ...site, newFrom: 0, newTo: 0 }
  const wordsRemoved = changedWords(pair, all)
  const head = heads.has(newer.kind)
  return {
    edit,
    figures: verdict.figures,
    sentence: site.sentence,
    head,
    wordsRemoved,
    wordsAdded: changedWords(pair, site) - wordsRemoved
  }
}

const judges = new WeakMap<PassagePair, (site: Site) => Verdict>()

function judgeOf({ pair }: BlockPair, setting: Setting): (site: Site) => Verdict {
  const known = judges.get(pair) ?? siteJudge(pair, setting)
  judges.set(pair, known)
  return known
}

function headReason(block: Block, { reason }: Verdict, site: Site): string {
  const noun = blockNoun(block.kind)
  return site.sentence ? `${noun} replaced` : `${noun}: ${reason}`
}

/** Quotes, dashes, spaces and hidden characters that differ where the words are the same. */
function typographyEdit({ typography }: BlockPair, hunk: number): FoundEdit | null {
  if (!typography) return null
  const reason = 'typography alone: quotation marks, dashes, spaces or hidden characters'
  return { hunk, kinds: ['typography'], folded: true, rule: 'typography', before: '', after: '', reason, minor: true }
}

function kindEdit(old: Block, newer: Block, hunk: number): FoundEdit | null {
  if (old.kind === newer.kind) return null
  const reason = `${blockNoun(old.kind)} → ${blockNoun(newer.kind)}`
  const noted = newer.kind === 'correction-note' || old.kind === 'correction-note'
  const base = { hunk, before: '', after: '', reason }
  if (noted) return { ...base, kinds: ['correction-note'], folded: false, rule: null, minor: false }
  return { ...base, kinds: ['typography'], folded: true, rule: 'typography', minor: true }
}

function imageEdit(old: Block, newer: Block, hunk: number): FoundEdit | null {
  const [before, after] = [old.src ?? '', newer.src ?? '']
  if (before === after) return null
  const tracking = bareImageAddress(before) === bareImageAddress(after)
  const reason = tracking ? 'the same image at another address' : `${blockNoun(newer.kind)} replaced`
  return {
    hunk,
    kinds: ['image'],
    folded: tracking,
    rule: tracking ? 'tracking' : null,
    before,
    after,
    reason,
    minor: tracking
  }
}

/** A block that came or went as a whole. */
export function editsOfBlock(setting: Setting, block: Block, { hunk, came }: { hunk: number; came: boolean }): Finding {
  const fold = foldOfBlock(block)
  const words = tokenise(block.text, setting.lang).filter(({ kind }) => kind === 'word').length
  const noun = blockNoun(block.kind)
  const own = ownKinds[block.kind]
  const kinds: EditKind[] =
    fold?.kinds ?? ranked(own === undefined ? [came ? 'added' : 'removed'] : [own, came ? 'added' : 'removed'])
  const edit: FoundEdit = {
    hunk,
    kinds,
    folded: fold !== null,
    rule: fold?.rule ?? null,
    before: came ? '' : block.text,
    after: came ? block.text : '',
    reason: fold === null ? `${noun} ${came ? 'added' : 'removed'}` : fold.reason,
    minor: fold !== null
  }
  return { ...quiet(edit, block), wordsAdded: came ? words : 0, wordsRemoved: came ? 0 : words }
}

function foldOfBlock({ kind, text }: Block): { kinds: EditKind[]; rule: FoldRule; reason: string } | null {
  if (isBoilerplate(text))
    return { kinds: ['boilerplate'], rule: 'boilerplate', reason: 'a line of the page, not of the article' }
  if (isCounter(text)) return { kinds: ['boilerplate'], rule: 'counter', reason: 'a counter' }
  const claims = kind === 'dateline' || kind === 'paragraph'
  return claims && isUpdateLine(text)
    ? { kinds: ['date-claim'], rule: 'update-line', reason: 'the page’s own update line' }
    : null
}

export interface Move {
  readonly old: number
  readonly new: number
  readonly direction: 'up' | 'down'
}

/** "moved up from 7th paragraph to 2nd". */
export function editsOfMove({ olds, news }: Setting, { old, new: to, direction }: Move, hunk: number): Finding {
  const block = news[to]!
  const place = `from ${ordinal(placeIn(olds, old))} ${blockNoun(block.kind)} to ${ordinal(placeIn(news, to))}`
  const same = olds[old]!.text === block.text ? ', wording unchanged' : ''
  const reason = `moved ${direction} ${place}${same}`
  const edit: FoundEdit = { hunk, kinds: ['moved'], folded: false, rule: null, before: '', after: '', reason, minor: false }
  return quiet(edit, block)
}

const places = new WeakMap<readonly Block[], readonly number[]>()

/** Counting the blocks of its kind from 1. */
function placeIn(blocks: readonly Block[], at: number): number {
  const known = places.get(blocks) ?? countPlaces(blocks)
  places.set(blocks, known)
  return known[at]!
}

function countPlaces(blocks: readonly Block[]): number[] {
  const counts = new Map<BlockKind, number>()
  return blocks.map(({ kind }) => {
    const place = (counts.get(kind) ?? 0) + 1
    counts.set(kind, place)
    return place
  })
}

function ordinal(place: number): string {
  const teen = place % 100 >= 11 && place % 100 <= 13
  return place + ((teen ? undefined : ['', 'st', 'nd', 'rd'][place % 10]) || 'th')
}

/** One block that became several, or several that became one. */
export function editsOfRegrouping(count: { olds: number; news: number }, block: Block, hunk: number): Finding {
  const noun = blockNoun(block.kind)
  const split = count.news > 1
  const reason = split ? `${noun} split in ${count.news}` : `${count.olds} ${noun}s merged`
  const kinds: EditKind[] = [split ? 'split' : 'merged']
  return quiet({ hunk, kinds, folded: false, rule: null, before: '', after: '', reason, minor: false }, block)
}
