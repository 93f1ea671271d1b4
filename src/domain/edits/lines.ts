import type { EditKind, FoldRule } from '../diff/comparison.ts'
import type { Block } from '../revision.ts'
import { claimChange, isRelativeTime, isUpdateLine } from './claims.ts'
import { isCounter, isTicker } from './counters.ts'
import type { Setting } from './finding.ts'
import { isAboutCookies, isFurniture, isReference } from './furniture.ts'
import { nothingLeft, type Fold, type Rest } from './guard.ts'
import { isReordered } from './related.ts'
import type { Side, Sides } from './sides.ts'

/** A line that may be folded, with the part of it that changed. */
export interface LineFold extends Fold {
  readonly before: string
  readonly after: string
}

const words: Readonly<Partial<Record<FoldRule, string>>> = {
  'relative-time': 'the time of the update, counted from the moment of reading',
  'update-line': 'the page’s own update line',
  counter: 'a counter',
  ticker: 'a ticker beside the article',
  'reordered-links': 'links to other articles in another order',
  boilerplate: 'a line of the page, not of the article'
}

function fold(rule: FoldRule, texts: Texts, rest: Rest = nothingLeft): LineFold {
  const claims = rule === 'relative-time' || rule === 'update-line'
  const kinds: EditKind[] = [claims ? 'date-claim' : 'boilerplate']
  return { ...texts, kinds, rule, reason: words[rule]!, rest }
}

/** A line that changed and only says when it was updated, who counts, or what the page wants to sell; null for any other. */
export function foldOfLines(old: Block, newer: Block, setting: Setting): LineFold | null {
  if (newer.kind === 'correction-note') return null
  const claim = claimChange(old.text, newer.text, newer.kind !== 'dateline')
  if (claim !== null) return fold(claim.rule, claim)
  if (newer.kind === 'headline') return null
  const texts = { before: old.text, after: newer.text }
  const found = foldOfTexts(texts, setting)
  if (found !== null || !isReference(old.text) || !isReference(newer.text)) return found
  return fold('boilerplate', texts, texts)
}

function foldOfTexts(texts: Texts, setting: Setting): LineFold | null {
  const { before, after } = texts
  const both = (holds: (text: string) => boolean) => holds(before) && holds(after)
  if (both(isCounter)) return fold('counter', texts)
  if (both(isTicker)) return fold('ticker', texts)
  if (isReordered(before, after)) return fold('reordered-links', texts)
  const page = (text: string) => isOfPage(text, setting)
  return both(page) ? fold('boilerplate', texts, furnitureRest(before, after)) : null
}

interface Texts {
  readonly before: string
  readonly after: string
}

/** In a document about cookies a line about them is no banner. */
function isOfPage(text: string, setting: Setting): boolean {
  return isFurniture(text) && !(isAboutCookies(text) && setting.isAboutCookies())
}

/** Its words are the page's; figures and addresses may tell. */
function furnitureRest(before: string, after: string): Rest {
  const rest = (text: string) => text.replace(/(?<![\p{L}/.:])\p{L}+/gu, '')
  return { before: rest(before), after: rest(after) }
}

/** A line that came or went as a whole. */
export function foldOfLine({ kind, text }: Block, came: boolean, setting: Setting): LineFold | null {
  const texts = came ? { before: '', after: text } : { before: text, after: '' }
  const rule = ruleOfLine(text, setting)
  if (rule === null || kind === 'headline' || kind === 'correction-note') return null
  return fold(rule, texts)
}

function ruleOfLine(text: string, setting: Setting): FoldRule | null {
  if (isOfPage(text, setting) || isReference(text)) return 'boilerplate'
  if (isCounter(text)) return 'counter'
  if (isTicker(text)) return 'ticker'
  if (isRelativeTime(text)) return 'relative-time'
  return isUpdateLine(text) ? 'update-line' : null
}

/** The same inside a paragraph: a sentence that is no sentence of the story. */
export function foldOfSentence({ older, newer, setting }: Sides): LineFold | null {
  const [before, after] = [sentenceAround(older), sentenceAround(newer)]
  if (before === null || after === null || before.length > longest || after.length > longest) return null
  if (older.text === before || newer.text === after) {
    if (older.text === '') return oneSided(newer.text, true, setting)
    if (newer.text === '') return oneSided(older.text, false, setting)
  }
  if (before === '' || after === '') return null
  const short = before.length + after.length < 240
  const claim = short && labelled.test(before) && labelled.test(after) ? claimChange(before, after, true) : null
  return claim === null ? foldOfTexts({ before, after }, setting) : fold(claim.rule, claim)
}

const longest = 200
/** In the middle of a text only a line that says what it is counts as one about its time. */
const labelled =
  /updated|published|posted|aktualisiert|veröffentlicht|mis à jour|publié|actualizad|publicad|atualizad|aggiornat|pubblicat|bijgewerkt|gepubliceerd|обновлен|опубликован|оновлен|опубліковано|zaktualizowan|opublikowan|güncellen|yayınlan|تحديث|نشر|به‌روز|منتشر|עודכן|פורסם|अपडेट|प्रकाशित|อัปเดต|เผยแพร่|업데이트|수정|입력|更新|公開|发布|ενημερώθηκε|δημοσιεύθηκε/iu

function oneSided(text: string, came: boolean, setting: Setting): LineFold | null {
  const line = text.trim()
  return isReference(line) ? null : foldOfLine({ kind: 'paragraph', text: line }, came, setting)
}

const sentenceEnd = /[.!?।\n](?=\s|$)|[。！？]/gu

/** The sentence that a change stands in; null where it is longer than any line of the page. */
function sentenceAround({ reading, from, to }: Side): string | null {
  const { text, starts, passage } = reading
  const start = starts[from]!
  const end = to > from ? starts[to - 1]! + passage.items[to - 1]!.text.length : start
  const near = Math.max(0, start - longest)
  const before = [...text.slice(near, start).matchAll(sentenceEnd)].at(-1)
  const after = text
    .slice(end - 1, end + longest)
    .matchAll(sentenceEnd)
    .next().value
  if ((before === undefined && near > 0) || (after === undefined && end + longest < text.length)) return null
  const begins = before === undefined ? 0 : near + before.index + 1
  const ends = after === undefined ? text.length : end + after.index
  return text.slice(begins, Math.max(ends, end)).trim()
}
