import { disclose } from '../disclosure/disclose.ts'
import type { Block, Content } from '../revision.ts'
import { editsOfBlock, editsOfMove, editsOfPair, editsOfRegrouping } from '../edits/classify.ts'
import { newSetting, type Finding, type Setting } from '../edits/finding.ts'
import { importanceOf } from '../edits/importance.ts'
import type { Vocabulary } from '../edits/vocabulary.ts'
import { textsOf, type Changed } from '../noise.ts'
import { summarise } from '../summary.ts'
import { align } from './align.ts'
import { newBudget, type Budget } from './budget.ts'
import type { Comparison, Disclosure, Edit, Hunk, Run } from './comparison.ts'
import { layOut, type Step } from './layout.ts'
import { cutEqual, uncut } from './ends.ts'
import { newReader, type Reader } from './passage.ts'
import { isOneOfAKind, toPieces } from './pieces.ts'
import { replacementOf } from './replaced.ts'
import { joinSame, toRuns } from './runs.ts'
import { sitesBetween } from './words.ts'

export interface CompareOptions {
  /** The language of the article as BCP 47, where it is known. */
  readonly lang?: string | null
  /** The most token comparisons to spend; about 20 million for an article unless given. */
  readonly work?: number
  /** Whether the reader calls a change noise; asked of all that are not folded, by their place in the edits. */
  readonly isNoise?: (changed: Changed, edit: number, words: () => Vocabulary) => boolean
}

/** Compares two revisions: what stayed, what changed, and what kind of change each is. The same texts always give the same answer. */
export function compare(older: Content, newer: Content, options: CompareOptions = {}): Comparison {
  const read = newReader(options.lang ?? null)
  const { blocks: olds } = older
  const { blocks: news } = newer
  const budget = newBudget(sizeOf(olds) + sizeOf(news), options.work)
  const alignment = align(toPieces(olds), toPieces(news), budget)
  const setting = newSetting(olds, news, options.lang ?? null)
  const teller = { olds, news, read, budget, setting, hunks: [] as Hunk[], findings: [] as Finding[] }
  for (const step of layOut(alignment, olds.length, news.length)) tell(teller, step)
  const replaced = replacementOf(teller.hunks, older, newer)
  const { isNoise } = options
  const findings = isNoise === undefined || replaced !== null ? teller.findings : foldedBy(isNoise, teller)
  return conclude({ ...teller, findings }, { older, newer, replaced })
}

/** What the reader calls noise is folded like any other; nothing of it is lost. */
function foldedBy(isNoise: NonNullable<CompareOptions['isNoise']>, teller: Teller): Finding[] {
  const { findings, hunks, olds, news, setting } = teller
  return findings.map((finding, index) => {
    const { edit } = finding
    if (edit.folded) return finding
    const changed = { edit, ...textsOf(hunks[edit.hunk]!, olds, news) }
    if (!isNoise(changed, index, setting.words)) return finding
    return { ...finding, edit: { ...edit, folded: true, rule: 'reader' } }
  })
}

function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce((size, { text }) => size + text.length, 0)
}

interface Teller {
  readonly olds: readonly Block[]
  readonly news: readonly Block[]
  readonly read: Reader
  readonly budget: Budget
  readonly setting: Setting
  readonly hunks: Hunk[]
  readonly findings: Finding[]
}

/** Adds the hunk of one step, and the edits found in it. */
function tell(teller: Teller, step: Step): void {
  const { olds, news, hunks, findings, setting } = teller
  const hunk = hunks.length
  if (step.op === 'pair') tellPair(teller, step.bond.old, step.bond.new)
  else if (step.op === 'moved') {
    findings.push(editsOfMove(setting, step, hunk))
    const runs = compareTexts(teller, olds[step.old]!, news[step.new]!)
    hunks.push({ ...step, runs })
  } else {
    hunks.push(step)
    if (step.op === 'removed') findings.push(editsOfBlock(setting, olds[step.old]!, { hunk, came: false }))
    if (step.op === 'added') findings.push(editsOfBlock(setting, news[step.new]!, { hunk, came: true }))
  }
}

function tellPair(teller: Teller, olds: readonly number[], news: readonly number[]): void {
  const { hunks, findings } = teller
  const old = join(olds.map((at) => teller.olds[at]!))
  const newer = join(news.map((at) => teller.news[at]!))
  const [oldAt, newAt] = [olds[0]!, news[0]!]
  const regrouped = olds.length + news.length > 2
  if (regrouped) findings.push(editsOfRegrouping({ olds: olds.length, news: news.length }, newer, hunks.length))
  else if (isSame(old, newer)) {
    hunks.push({ op: 'same', old: oldAt, new: newAt })
    return
  }
  const runs = compareTexts(teller, old, newer)
  if (regrouped) hunks.push({ op: news.length < olds.length ? 'merged' : 'split', old: olds, new: news, runs })
  else hunks.push({ op: 'edited', old: oldAt, new: newAt, runs })
}

/** The runs between two blocks; what is found goes to the findings, numbered as the runs refer to it. */
function compareTexts({ read, budget, setting, findings, hunks }: Teller, old: Block, newer: Block): Run[] {
  const { head, middle, tail } = isOneOfAKind(newer) ? uncut(old.text, newer.text) : cutEqual(old.text, newer.text)
  const pair = { older: read(middle.old), newer: read(middle.new) }
  const sites = sitesBetween(pair, isOneOfAKind(newer), budget)
  const runs = joinSame([same(head), ...toRuns(pair, sites), same(tail)])
  const typography = runs.some((run) => run.op === 'same' && plain(run.old) !== plain(run.new))
  const blocks = { old, newer, offset: head.length, pair, sites, typography }
  const first = findings.length
  const { found, editOf } = editsOfPair(setting, blocks, hunks.length)
  findings.push(...found)
  return runs.map((run) => (run.op === 'same' ? run : { ...run, edit: first + editOf[run.edit]! }))
}

function same(text: string): Run {
  return { op: 'same', old: text, new: text }
}

/** The line break between the parts of a split or merge is no typography, nor is a capital that a sentence begins with. */
function plain(text: string): string {
  return text.replaceAll('\n', ' ').toLowerCase()
}

function join(blocks: readonly Block[]): Block {
  if (blocks.length === 1) return blocks[0]!
  const links = blocks.flatMap((block) => block.links ?? [])
  return { ...blocks[0]!, text: blocks.map(({ text }) => text).join('\n'), links }
}

function isSame(one: Block, other: Block): boolean {
  if (one.text !== other.text || one.kind !== other.kind || one.src !== other.src) return false
  if (one.links === undefined && other.links === undefined) return true
  const links = (block: Block) => (block.links ?? []).flatMap(({ text, href }) => [text, href]).join('\n')
  return links(one) === links(other)
}

interface Sides {
  readonly older: Content
  readonly newer: Content
  readonly replaced: Comparison['replaced']
}

function conclude({ hunks, findings, budget, setting }: Teller, { older, newer, replaced }: Sides): Comparison {
  const shown = findings.filter(({ edit }) => !edit.folded)
  const edits = findings.map(({ edit }) => edit)
  const disclosures = disclose({ older, newer, hunks, edits, lang: () => setting.words().code })
  return {
    same: shown.length === 0,
    hunks,
    edits: findings.map((finding, index) => judged(finding, disclosures[index]!)),
    summary: summarise(findings, replaced),
    wordsAdded: shown.reduce((sum, { wordsAdded }) => sum + wordsAdded, 0),
    wordsRemoved: shown.reduce((sum, { wordsRemoved }) => sum + wordsRemoved, 0),
    replaced,
    hitTimeout: budget.exhausted
  }
}

function judged({ edit, wordsAdded, wordsRemoved }: Finding, disclosure: Disclosure): Edit {
  return { ...edit, importance: importanceOf(edit, wordsAdded + wordsRemoved), disclosure }
}
