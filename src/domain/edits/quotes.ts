import type { Passage } from '../diff/passage.ts'

const opening = new Map([
  ['\u201c', '\u201d'],
  ['\u2018', '\u2019'],
  ['\u201e', '\u201c\u201d'],
  ['\u201a', '\u2018\u2019'],
  ['\u00ab', '\u00bb'],
  ['\u2039', '\u203a'],
  ['\u300c', '\u300d'],
  ['\u300e', '\u300f'],
  ['\u00bb', '\u00ab'],
  ['"', '"'],
  ["'", "'"],
  ['\u201d', '\u201d']
])
const marks = /^["'\u2018\u2019\u201a\u201c-\u201e\u00ab\u00bb\u2039\u203a\u300c-\u300f]$/u

const anyMark = /["'\u2018\u2019\u201a\u201c-\u201e\u00ab\u00bb\u2039\u203a\u300c-\u300f]/u

/** Whether a token is a quotation mark. */
export function isQuotationMark(text: string): boolean {
  return marks.test(text)
}

/** For each item of a passage, whether it stands inside quotation marks, or in speech that a dash begins. */
export function quotedItems(passage: Passage): boolean[] {
  const { items, gaps } = passage
  if (isDash(items[0]?.text) && items[1]?.kind === 'word') return spokenItems(passage)
  if (!anyMark.test(passage.text)) return items.map(() => false)
  const closers: string[] = []
  return items.map(({ text }, at) => {
    if (!isQuotationMark(text)) return closers.length > 0
    if (closers.at(-1)?.includes(text)) closers.pop()
    else if (opens(text, gaps[at]!, at) && !isApostrophe(passage, at)) closers.push(opening.get(text)!)
    return closers.length > 0
  })
}

/** Marks that look the same at both ends, and apostrophes, open only after a space or at the very beginning. */
function opens(text: string, gapBefore: string, at: number): boolean {
  if (!opening.has(text)) return false
  return !/["'\u2019\u201d\u00bb]/.test(text) || gapBefore !== '' || at === 0
}

const single = /^['\u2018\u2019]$/

/** The '90s, rock 'n' roll: a single mark that nothing closes, or that a digit follows. */
function isApostrophe({ items, gaps }: Passage, at: number): boolean {
  const mark = items[at]!.text
  if (!single.test(mark)) return false
  if (/^\d0s$/.test(items[at + 1]?.text ?? '')) return true
  const closes = (text: string, place: number) => opening.get(mark)!.includes(text) && gaps[place] === ''
  return !items.slice(at + 1, at + 1 + longestQuote).some(({ text }, step) => closes(text, at + 1 + step))
}

/** In words and marks, of a quotation in single marks. */
const longestQuote = 200

function isDash(text: string | undefined): boolean {
  return text === '\u2014' || text === '\u2013' || text === '\u2015'
}

/** — No iremos —dijo—. Speech and what is said about it take turns at every dash. */
function spokenItems({ items }: Passage): boolean[] {
  let spoken = false
  return items.map(({ text }) => {
    if (isDash(text)) spoken = !spoken
    return spoken && !isDash(text)
  })
}
