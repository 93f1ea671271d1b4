import { westernDigits } from './digits.ts'

const change =
  '(?:[\\u25b2\\u25bc\\u2191\\u2193]\\s?\\d[\\d.,]*\\s?%?|[-+\\u2212]\\d[\\d.,]*\\s?(?:\\(?[-+\\u2212]?\\d[\\d.,]*)?%\\)?|\\([-+\\u2212]?\\d[\\d.,]*\\s?%\\))'
const quotation = new RegExp(
  `^[\\p{L}\\p{N}&./ -]{2,30}[:\\s]\\s?(?:[A-Z]{0,3}\\p{Sc}\\s?)?\\d[\\d.,\\u00a0]*(?:\\p{Sc}|\\s[A-Z]{3})?\\s+${change}$`,
  'u'
)
/** Only what is known to be traded: an election has shares and gains as well. */
const traded =
  /^(?:ftse|dax|mdax|dow|nasdaq|s&p|nikkei|topix|hang seng|cac|ibex|mib|aex|bel|smi|atx|omx|stoxx|euro stoxx|sensex|nifty|kospi|ibovespa|merval|bist|moex|rts|wig|ta-35|tasi|set index|gold|silver|oil|crude|brent|wti|copper|natural gas|bitcoin|btc|ethereum|eth|dollar|euro|pound|yen|日経平均|上证|沪指|深证|恒生|코스피|코스닥)/iu
const money = /^[\p{L}\p{N}&./ -]{2,30}[:\s]\s?[A-Z]{0,3}\p{Sc}/u
const rate = /^(?:[A-Z]{3}\/[A-Z]{3}[:\s]\s?|1 [A-Z]{3} = )\d+[.,]\d+(?: [A-Z]{3})?$/
const weather =
  /^(?:weather|wetter|météo|tiempo|tempo|meteo|weer|погода|pogoda|hava)\s*[:|\u2013-]\s*[\p{L} ]{2,24}[:\s]\s?[-+\u2212]?\d{1,2}\s?\u00b0[CF]?(?: \p{L}+){0,2}$/iu
const ticking =
  /^(?:live|liveticker|en direct|en vivo|ao vivo|in diretta|в прямом эфире|наживо|na żywo|canlı|مباشر|लाइव|สด|실시간|速報|直播)\s*[:|·•-]\s*(?:\d{1,2}[:.h]\d{2}|\d+ (?:new )?(?:updates?|posts?|messages?|entries))$/iu

const score =
  /^(?:live|LIVE|Live)\s*[:|-]\s*\p{Lu}[\p{L} .'-]+ \d{1,2}\s?[-\u2013:]\s?\d{1,2} \p{Lu}[\p{L} .'-]+(?: \(?\d{1,3}['\u2019]\)?)?$/u
const heading = /^(?:live )?(?:ticker|markets?|stocks|börse|bourse|mercados|borsa|mercati)\s*[:|\u2013-]\s*/iu
const longest = 200

const patterns = [rate, weather, ticking, score]

/** Prices, rates and weather that tick beside an article: "FTSE 100 7,512.30 ▲ 0.4%". */
export function isTicker(text: string): boolean {
  if (text.length > longest || !/\p{Nd}/u.test(text)) return false
  const line = westernDigits(text.trim())
  const parts = line.replace(heading, '').split(/\s*[|·•]\s*|(?<=[%\d)]),\s+(?=\p{Lu})/u)
  return parts.every(
    (part) => isQuotation(part.trim(), heading.test(line)) || patterns.some((pattern) => pattern.test(part.trim()))
  )
}

function isQuotation(part: string, headed: boolean): boolean {
  return quotation.test(part) && (headed || traded.test(part) || money.test(part))
}
