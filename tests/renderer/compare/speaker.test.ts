import { expect, test } from 'vitest'
import { speakerOf } from '../../../src/renderer/compare/changes/speaker.ts'

test.each([
  ['en', '“|Everyone has a choice,” said Dilys Amberley, the council leader. “We ask.”', 'Dilys Amberley'],
  ['en', '“|It is over,” Mr Hall told reporters.', 'Mr Hall'],
  ['en', 'The mayor, Ann Reed, said: “|We will pay.” Tom Hall said nothing.', 'Ann Reed'],
  ['en', 'Ann Reed said: “|We will pay.”', 'Ann Reed'],
  ['en', '“|We will pay.” The road is closed.', null],
  ['es', '«|No habrá cambios», dijo Marta de la Fuente.', 'Marta de la Fuente'],
  ['de', '„|Das Bad bleibt zu“, sagte Karin Vogel.', 'Karin Vogel'],
  ['en', '“|We will pay,” the council said.', null]
])('%s: %s', (lang, marked, speaker) => {
  expect(speakerOf(marked.replace('|', ''), marked.indexOf('|'), lang)).toBe(speaker)
})
