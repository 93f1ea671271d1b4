import { isClaim } from '../edits/claims.ts'
import { noteWords } from './note-words.ts'

const digit = '[0-9٠-٩۰-۹०-९０-９]'
/** What may stand between a label and its colon: something in brackets, a time, or what the note is about. */
const between = [
  '\\s*[(（\\[][^)）\\]]{1,40}[)）\\]]',
  `[\\s,]*(?=[^:：]{0,10}${digit})(?:[^:：.!?。]|[:.](?=\\s?${digit})|(?<=${digit})[.]){1,28}?`,
  '\\s(?:to|about|on|sur|à|zum?|zur|sobre|a|al|su|sul|bij|over|к|о|حول)\\s[^:：.]{1,60}(?=[:：])'
]
const sign = `\\s*(?:[:：](?!${digit}{2})|[.。](?!${digit})|[—–\u3000]|\\s-|-\\s|[)）\\]】」])\\s*`
/** Few classes of letters in these patterns: each costs a new process half a millisecond. */
const lead = /^[^\p{L}\p{N}]{0,4}/u
const afterLabel = new RegExp(`^(?:${between.join('|')})??${sign}`, 'u')

const languages = Object.entries(noteWords).map(([lang, { labels, openings, marks }]) => {
  const pattern = (source: string) => new RegExp(source, 'u')
  return { lang, label: pattern(`^(?:${labels})`), opening: pattern(openings.join('|')), mark: pattern(marks) }
})
/** Nearly all paragraphs are no notes: only those with a label or mark of some language are looked at closely. */
const any = new RegExp(languages.flatMap(({ label, mark }) => [label.source, mark.source]).join('|'), 'u')
/** A note comes to its point at once: what a paragraph says further down is the story. */
const longestLead = 200

/** A note of the page about a change of its text: its statement without the label, and the languages it may be in. */
export interface CorrectionNote {
  readonly statement: string
  readonly langs: readonly string[]
}

/**
 * Reads a paragraph as a note about a change ("Correction: ...", "An earlier version of this article ..."); null where it
 * is none. A label with nothing but a time after it says that something changed, but not what: that is no note.
 */
export function readCorrectionNote(text: string): CorrectionNote | null {
  const begins = folded(text.slice(0, longestLead)).toLowerCase()
  if (!any.test(begins)) return null
  const plain = folded(text)
  const labelled = languages.flatMap(({ lang, label }) => {
    const length = labelLength(begins, label)
    return length === 0 ? [] : [{ lang, statement: plain.slice(length) }]
  })
  const statement = labelled[0]?.statement ?? plain
  const opened = languages.filter(({ mark, opening }) => mark.test(begins) && opening.test(begins))
  if (opened.length === 0 && (labelled.length === 0 || !saysSomething(statement))) return null
  return { statement, langs: (opened.length > 0 ? opened : labelled).map(({ lang }) => lang) }
}

function folded(text: string): string {
  return text.normalize('NFC').replaceAll('’', "'").replace(lead, '')
}

/** The length of the label a text begins with, up to where the statement begins; 0 where there is none. */
function labelLength(text: string, label: RegExp): number {
  const word = label.exec(text)?.[0]
  const rest = word === undefined ? null : afterLabel.exec(text.slice(word.length))
  return word === undefined || rest === null ? 0 : word.length + rest[0].length
}

/** Whether a paragraph is a note about a change of the text. */
export function isCorrectionNote(text: string): boolean {
  return readCorrectionNote(text) !== null
}

/** More than a time. */
function saysSomething(statement: string): boolean {
  return /\p{L}/u.test(statement) && !isClaim(statement)
}
