import type { Block, BlockKind } from '../revision.ts'
import type { FoundEdit, EditKind } from '../diff/comparison.ts'
import { textOf } from '../diff/passage.ts'
import { tokenise } from '../diff/tokens.ts'
import type { PassagePair, Site } from '../diff/sites.ts'
import { changedWords } from '../diff/sites.ts'
import { ranked, type Finding, type Setting } from './finding.ts'
import { nothingLeft, passed } from './guard.ts'
import { foldOfLine, foldOfLines, type LineFold } from './lines.ts'
import { linkEdits } from './links.ts'
import { imageEdit, kindEdit, typographyEdit } from './markup.ts'
import { ordinal, placeIn } from './places.ts'
import { blockNoun, isHead, ownKind, roleOf } from './roles.ts'
import { siteJudge, type Verdict } from './site.ts'

/** Two blocks that belong together, and where their texts differ. */
export interface BlockPair {
  readonly old: Block
  readonly newer: Block
  /** Where both passages begin in the texts of their blocks: what stands before them is equal. */
  readonly offset: number
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

const twoEnds = new Set(['“”', '‘’', '„“', '„”', '«»', '»«', '‹›', '「」', '『』', '""', "''", '()', '[]', '（）'])

/** The edits between two blocks that belong together, first those of their words. */
export function editsOfPair(setting: Setting, blocks: BlockPair, hunk: number): PairFindings {
  const { old, newer, sites } = blocks
  const line = sites.length > 0 ? wholeLine(setting, blocks, hunk) : null
  const words = line === null ? wordFindings(setting, blocks, hunk) : { found: [line], editOf: sites.map(() => 0) }
  const typography = blocks.typography ? typographyEdit(old, newer, hunk) : null
  const markup = [typography, kindEdit(old, newer, hunk), imageEdit(old, newer, hunk)]
  const others = [...markup.filter((edit) => edit !== null), ...linkEdits(old, newer, hunk)]
  return { found: [...words.found, ...others.map((edit) => quiet(edit, newer))], editOf: words.editOf }
}

function wordFindings(setting: Setting, blocks: BlockPair, hunk: number): PairFindings {
  if (blocks.sites.length === 0) return { found: [], editOf: [] }
  const groups = groupsOf(blocks)
  const judge = siteJudge(blocks, setting)
  const role = roleOfPair(blocks)
  const found = groups.map((group) => siteFinding(blocks, judge(group[0]!), { group, hunk, role }))
  return { found, editOf: groups.flatMap((group, index) => group.map(() => index)) }
}

function roleOfPair({ old, newer }: BlockPair): BlockKind {
  const role = roleOf(newer)
  return role === newer.kind ? roleOf(old) : role
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
  if (![one, other].every(isMark)) return false
  const marks = (site: Site) => [textOf(older, site.oldFrom, site.oldTo), textOf(newer, site.newFrom, site.newTo)]
  const [a, b] = [marks(one), marks(other)]
  const sides = [0, 1].map((side) => `${a[side]}${b[side]}`)
  return sides.every((ends) => ends === '' || twoEnds.has(ends))
}

function isMark({ oldFrom, oldTo, newFrom, newTo }: Site): boolean {
  return oldTo - oldFrom <= 1 && newTo - newFrom <= 1
}

function quiet(edit: FoundEdit, block: Block): Finding {
  return { edit, figures: [], sentence: false, head: isHead(block.kind), wordsAdded: 0, wordsRemoved: 0 }
}

/** A line that changed as a whole and is none of the story. */
function wholeLine(setting: Setting, { old, newer, pair, sites }: BlockPair, hunk: number): Finding | null {
  const fold = passed(foldOfLines(old, newer, setting), setting)
  if (fold === null) return null
  const words = sites.reduce((sum, site) => sum + changedWords(pair, site), 0)
  return { ...quiet(foldedEdit(fold, hunk), newer), wordsAdded: words }
}

function foldedEdit({ kinds, rule, reason, before, after }: LineFold, hunk: number): FoundEdit {
  return { hunk, kinds, folded: true, rule, before, after, reason, minor: true }
}

interface Place {
  readonly group: readonly Site[]
  readonly hunk: number
  readonly role: BlockKind
}

function siteFinding({ pair, newer }: BlockPair, verdict: Verdict, { group, hunk, role }: Place): Finding {
  const site = group[0]!
  const last = group.at(-1)!
  const own = verdict.rule === null ? ownKind(role) : null
  const before = textOf(pair.older, site.oldFrom, last.oldTo)
  const after = textOf(pair.newer, site.newFrom, last.newTo)
  const reason = own === null ? verdict.reason : ownReason(role, verdict, site)
  const { rule, minor, figures } = verdict
  const edit: FoundEdit = {
    hunk,
    kinds: kindsWith(own, verdict),
    folded: rule !== null,
    rule,
    before,
    after,
    reason,
    minor
  }
  const wordsRemoved = changedWords(pair, { ...site, newFrom: 0, newTo: 0 })
  const wordsAdded = changedWords(pair, site) - wordsRemoved
  return { edit, figures, sentence: site.sentence, head: isHead(newer.kind), wordsRemoved, wordsAdded }
}

function kindsWith(own: EditKind | null, { kinds }: Verdict): EditKind[] {
  return ranked(own === null ? kinds : [own, ...kinds.filter((kind) => kind !== 'wording')])
}

function ownReason(role: BlockKind, { reason }: Verdict, site: Site): string {
  return site.sentence ? `${blockNoun(role)} replaced` : `${blockNoun(role)}: ${reason}`
}

/** A block that came or went as a whole. */
export function editsOfBlock(setting: Setting, block: Block, { hunk, came }: { hunk: number; came: boolean }): Finding {
  const words = tokenise(block.text, setting.lang).filter(({ kind }) => kind === 'word').length
  const counts = { wordsAdded: came ? words : 0, wordsRemoved: came ? 0 : words }
  const fold = passed(foldOfLine(block, came, setting) ?? twinFold(setting, block, came), setting)
  if (fold !== null) return { ...quiet(foldedEdit(fold, hunk), block), ...counts }
  const role = roleOf(block)
  const own = ownKind(role)
  const kinds = ranked([...(own === null ? [] : [own]), came ? 'added' : 'removed'])
  const sides = { before: came ? '' : block.text, after: came ? block.text : '' }
  const reason = `${blockNoun(role)} ${came ? 'added' : 'removed'}`
  return { ...quiet({ hunk, kinds, folded: false, rule: null, ...sides, reason, minor: false }, block), ...counts }
}

/** A line that has no word in common with its twin: read in another encoding, or an address written otherwise. */
function twinFold(setting: Setting, { text }: Block, came: boolean): LineFold | null {
  const rule = (came ? setting.twinsInOld() : setting.twinsInNew())(text)
  if (rule === null) return null
  const sides = { before: came ? '' : text, after: came ? text : '' }
  const encoding = rule === 'mojibake'
  const reason = encoding ? 'the same text in another encoding' : 'the same address'
  return { ...sides, kinds: [encoding ? 'typography' : 'link'], rule, reason, rest: nothingLeft }
}

export interface Move {
  readonly old: number
  readonly new: number
  readonly direction: 'up' | 'down'
}

/** "moved up from 7th paragraph to 2nd"; links to other articles may stand in any order. */
export function editsOfMove(setting: Setting, { old, new: to, direction }: Move, hunk: number): Finding {
  const { olds, news } = setting
  const block = news[to]!
  const place = `from ${ordinal(placeIn(olds, old))} ${blockNoun(block.kind)} to ${ordinal(placeIn(news, to))}`
  const same = olds[old]!.text === block.text ? ', wording unchanged' : ''
  const reason = `moved ${direction} ${place}${same}`
  const related = setting.relatedOld()[old]! && setting.relatedNew()[to]!
  const rule = related ? 'reordered-links' : foldOfLine(block, true, setting) === null ? null : 'boilerplate'
  const folded = rule !== null
  const kinds: EditKind[] = folded ? ['moved', 'boilerplate'] : ['moved']
  return quiet({ hunk, kinds, folded, rule, before: '', after: '', reason, minor: folded }, block)
}

/** One block that became several, several that became one, or a break between blocks that moved. */
export function editsOfRegrouping(count: { olds: number; news: number }, block: Block, hunk: number): Finding {
  const noun = blockNoun(block.kind)
  const [split, merged] = [`${noun} split in ${count.news}`, `${count.olds} ${noun}s merged`]
  const reason = count.olds === 1 ? split : count.news === 1 ? merged : `break between ${noun}s moved`
  const kinds: EditKind[] = [
    ...(count.news > 1 ? ['split' as const] : []),
    ...(count.olds > 1 ? ['merged' as const] : [])
  ]
  return quiet({ hunk, kinds, folded: false, rule: null, before: '', after: '', reason, minor: false }, block)
}
