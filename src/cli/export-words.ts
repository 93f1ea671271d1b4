import type { Handlers } from './library.ts'

type Words = Parameters<Handlers['exportPair']>[0]['words']

/** What a written comparison says, in English: as the catalogue has it. */
export const exportWords: Words = {
  title: 'What changed from {a} to {b}',
  source: 'Source',
  address: 'Address',
  made: 'Written',
  versions: 'Versions',
  version: 'Size',
  seen: 'Observed',
  firstSeen: 'first seen {a}',
  between: 'changed between {a} and {b}',
  words: '{a} words',
  response: 'SHA-256 of the stored response',
  noResponse: 'The response was not kept as it came',
  text: 'SHA-256 of the text',
  record: 'SHA-256 of the record in the chain',
  changes: 'Changes',
  noChanges: 'No changes besides what is folded as noise.',
  silent: 'not mentioned by the page',
  noted: 'noted by the page',
  fullText: 'The whole text',
  legend: 'Moved paragraphs have a dotted line.',
  added: 'added',
  removed: 'removed',
  movedHere: 'moved here',
  movedAway: 'moved from here',
  folded: 'Folded as noise: {a}',
  nothing: 'nothing',
  notes: 'Notes',
  onArticle: 'On the article'
}
