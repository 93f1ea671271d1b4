import { westernDigits } from './digits.ts'

const change =
  '(?:[\\u25b2\\u25bc\\u2191\\u2193]\\s?\\d[\\d.,]*\\s?%?|[-+\\u2212]\\d[\\d.,]*\\s?(?:\\(?[-+\\u2212]?\\d[\\d.,]*)?%\\)?|\\([-+\\u2212]?\\d[\\d.,]*\\s?%\\))'
const quotation = new RegExp(
  `^[\\p{L}\\p{N}&./ -]{2,30}[:\\s]\\s?(?:[A-Z]{0,3}\\p{Sc}\\s?)?\\d[\\d.,\\u00a0]*(?:\\p{Sc}|\\s[A-Z]{3})?\\s+${change}$`,
  'u'
)
const rate = /^(?:[A-Z]{3}\/[A-Z]{3}[:\s]\s?|1 [A-Z]{3} = )\d+[.,]\d+(?: [A-Z]{3})?$/
const weather = /^[\p{L} ]{2,24}[:\s]\s?[-+\u2212]?\d{1,2}\s?\u00b0[CF]?(?: \p{L}+){0,2}$/u
const ticking =
  /^(?:live|liveticker|en direct|en vivo|ao vivo|in diretta|в прямом эфире|наживо|na żywo|canlı|مباشر|लाइव|สด|실시간|速報|直播)\s*[:|·•-]\s*(?:\d{1,2}[:.h]\d{2}|\d+ (?:new )?(?:updates?|posts?|messages?|entries))$/iu

const score =
  /^(?:live|LIVE|Live)\s*[:|-]\s*\p{Lu}[\p{L} .'-]+ \d{1,2}\s?[-\u2013:]\s?\d{1,2} \p{Lu}[\p{L} .'-]+(?: \(?\d{1,3}['\u2019]\)?)?$/u
const heading =
  /^(?:live )?(?:ticker|markets?|stocks|börse|bourse|mercados|borsa|mercati|weather|wetter|météo|tiempo|meteo)\s*[:|\u2013-]\s*/iu
const longest = 200

const patterns = [quotation, rate, weather, ticking, score]

/** Prices, rates and weather that tick beside an article: "FTSE 100 7,512.30 ▲ 0.4%". */
export function isTicker(text: string): boolean {
  if (text.length > longest || !/\p{Nd}/u.test(text)) return false
  const parts = westernDigits(text.trim())
    .replace(heading, '')
    .split(/\s*[|·•]\s*|(?<=[%\d)]),\s+(?=\p{Lu})/u)
  return parts.every((part) => patterns.some((pattern) => pattern.test(part.trim())))
}
