import { expect, test } from 'vitest'
import { tokenise } from '../../src/domain/diff/tokens.ts'

const split = (text: string, lang: string | null = null) => tokenise(text, lang).map((token) => token.text)

test.each([
  ['cost £2.4m, about 29.2% at 4pm', ['cost', ' ', '£2.4m', ',', ' ', 'about', ' ', '29.2%', ' ', 'at', ' ', '4pm']],
  ['ninety-five -5C US$5m 10 000', ['ninety-five', ' ', '-5C', ' ', 'US$5m', ' ', '10 000']],
  ['minister’s “plan”.', ['minister’s', ' ', '“', 'plan', '”', '.']],
  ['In 2019 200 left', ['In', ' ', '2019', ' ', '200', ' ', 'left']],
  ['5 % of 3 €', ['5 %', ' ', 'of', ' ', '3 €']],
  ['9:05 PM, 51–49, 1/2', ['9:05', ' ', 'PM', ',', ' ', '51–49', ',', ' ', '1/2']],
  ['in the U.S. at 3 a.m. today', ['in', ' ', 'the', ' ', 'U.S.', ' ', 'at', ' ', '3', ' ', 'a.m.', ' ', 'today']],
  ['The end.Then on', ['The', ' ', 'end', '.', 'Then', ' ', 'on']],
  ['see https://x.org/a?b=1.', ['see', ' ', 'https://x.org/a?b=1', '.']],
  ['ann.lee@x.co.uk #tag', ['ann.lee@x.co.uk', ' ', '#tag']],
  ['wait... what--no', ['wait', '...', ' ', 'what', '--', 'no']],
  ['soft\u00adly lit', ['soft\u00adly', ' ', 'lit']],
  ['צה"ל', ['צה"ל']],
  ['می‌خواهم', ['می‌خواهم']],
  ['👨‍👩‍👧🏽 🇬🇧', ['👨‍👩‍👧🏽', ' ', '🇬🇧']],
  ['東京都。', ['東京', '都', '。']],
  ['ภาษาไทย', ['ภาษา', 'ไทย']]
])('%s', (text, tokens) => {
  expect(split(text)).toEqual(tokens)
})

test.each([
  ['minister’s', "minister's"],
  ['café', 'cafe\u0301'],
  ['soft\u00adly', 'softly'],
  ['51–49', '51-49'],
  ['10\u00a0000', '10 000'],
  ['5\u202f%', '5%'],
  ['“', '"'],
  ['—', '-'],
  ['…', '...'],
  ["''", '"']
])('%s and %s are the same to the comparison', (one, other) => {
  expect(tokenise(one).map(({ key }) => key)).toEqual(tokenise(other).map(({ key }) => key))
})

test.each([
  ['-5C', '5C'],
  ['re-sign', 'resign'],
  ['5%', '5'],
  ['1/2', '12'],
  ['Us', 'us']
])('%s and %s are not', (one, other) => {
  expect(tokenise(one).map(({ key }) => key)).not.toEqual(tokenise(other).map(({ key }) => key))
})
