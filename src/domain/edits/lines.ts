import type { EditKind, FoldRule, FoundEdit } from '../diff/comparison.ts'
import type { Block } from '../revision.ts'
import { claimChange, isRelativeTime, isUpdateLine } from './claims.ts'
import { isCounter, isTicker } from './counters.ts'
import { isFurniture } from './furniture.ts'
import { nothingLeft, type Rest } from './guard.ts'
import { isReordered } from './related.ts'
import type { Side, Sides } from './sides.ts'

/** Why a line is noise, and what of it that does not explain. */
export interface Fold extends Pick<FoundEdit, 'kinds' | 'before' | 'after' | 'reason'> {
  readonly rule: FoldRule
  readonly rest: Rest
}

const words: Readonly<Partial<Record<FoldRule, string>>> = {
  'relative-time': 'the time of the update, counted from the moment of reading',
  'update-line': 'the page’s own update line',
  counter: 'a counter',
  ticker: 'a ticker beside the article',
  'reordered-links': 'links to other articles in another order',
  boilerplate: 'a line of the page, not of the article'
}

function fold(rule: FoldRule, texts: { before: string; after: string }, rest: Rest = nothingLeft): Fold {
  const claims = rule === 'relative-time' || rule === 'update-line'
  const kinds: EditKind[] = [claims ? 'date-claim' : 'boilerplate']
  return { ...texts, kinds, rule, reason: words[rule]!, rest }
}

/** A line that changed and only says when it was updated, who counts, or what the page wants to sell; null for any other. */
export function foldOfLines(old: Block, newer: Block): Fold | null {
  if (newer.kind === 'correction-note') return null
  const claim = claimChange(old.text, newer.text, newer.kind !== 'dateline')
  if (claim !== null) return fold(claim.rule, claim)
  return newer.kind === 'headline' ? null : foldOfTexts(old.text, newer.text)
}

function foldOfTexts(before: string, after: string): Fold | null {
  const texts = { before, after }
  const both = (holds: (text: string) => boolean) => holds(before) && holds(after)
  if (both(isCounter)) return fold('counter', texts)
  if (both(isTicker)) return fold('ticker', texts)
  if (isReordered(before, after)) return fold('reordered-links', texts)
  return both(isFurniture) ? fold('boilerplate', texts, furnitureRest(before, after)) : null
}

/** Of "Read more: ..." all that follows may tell; of other lines only what words do not make up: figures and addresses. */
function furnitureRest(before: string, after: string): Rest {
  const rest = (text: string) => (/^[^:：]{3,40}[:：]/u.test(text) ? text : text.replace(/(?<![\p{L}/.:])\p{L}+/gu, ''))
  return { before: rest(before), after: rest(after) }
}

/** A line that came or went as a whole. */
export function foldOfLine({ kind, text }: Block, came: boolean): Fold | null {
  const texts = came ? { before: '', after: text } : { before: text, after: '' }
  const rule = ruleOfLine(text)
  if (rule === null || kind === 'headline' || kind === 'correction-note') return null
  return fold(rule, texts)
}

function ruleOfLine(text: string): FoldRule | null {
  if (isFurniture(text)) return 'boilerplate'
  if (isCounter(text)) return 'counter'
  if (isTicker(text)) return 'ticker'
  if (isRelativeTime(text)) return 'relative-time'
  return isUpdateLine(text) ? 'update-line' : null
}

/** The same inside a paragraph: a sentence that is no sentence of the story. */
export function foldOfSentence({ older, newer }: Sides): Fold | null {
  const [before, after] = [sentenceAround(older), sentenceAround(newer)]
  if (before.length > longest || after.length > longest) return null
  if (older.text === before || newer.text === after) {
    if (older.text === '') return oneSided(newer.text, true)
    if (newer.text === '') return oneSided(older.text, false)
  }
  if (before === '' || after === '') return null
  const claim = labelled.test(before) && labelled.test(after) ? claimChange(before, after, true) : null
  return claim === null ? foldOfTexts(before, after) : fold(claim.rule, claim)
}

const longest = 250
/** In the middle of a text only a line that says what it is counts as one about its time. */
const labelled =
  /updated|published|posted|aktualisiert|veröffentlicht|mis à jour|publié|actualizad|publicad|atualizad|aggiornat|pubblicat|bijgewerkt|gepubliceerd|обновлен|опубликован|оновлен|опубліковано|zaktualizowan|opublikowan|güncellen|yayınlan|تحديث|نشر|به‌روز|منتشر|עודכן|פורסם|अपडेट|प्रकाशित|อัปเดต|เผยแพร่|업데이트|수정|입력|更新|公開|发布|ενημερώθηκε|δημοσιεύθηκε/iu

function oneSided(text: string, came: boolean): Fold | null {
  return foldOfLine({ kind: 'paragraph', text: text.trim() }, came)
}

const sentenceEnd = /[.!?。！？।\n](?=\s|$)|[。！？]/gu

/** The sentence that a change stands in. */
function sentenceAround({ reading, from, to }: Side): string {
  const { text } = reading
  const { items } = reading.passage
  const start = reading.starts[from]!
  const end = to > from ? reading.starts[to - 1]! + items[to - 1]!.text.length : start
  const before = [...text.slice(Math.max(0, start - longest), start).matchAll(sentenceEnd)].at(-1)
  const begins = before === undefined ? Math.max(0, start - longest) : Math.max(0, start - longest) + before.index + 1
  sentenceEnd.lastIndex = 0
  const ahead = /[.!?。！？।\n](?=\s|$)|[。！？]/u.exec(text.slice(Math.max(begins, end - 1), end + longest))
  const ends = ahead === null ? Math.min(text.length, end + longest) : Math.max(begins, end - 1) + ahead.index + 1
  return text.slice(begins, Math.max(ends, end)).trim()
}
