const wide = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g

/** The length of a text in letters of an alphabet: a Han, kana, Hangul or Thai character says as much as two and a half. */
export function weightOf(text: string): number {
  const many = text.length < 20_000 ? (text.match(wide)?.length ?? 0) : text.replace(wide, '').length
  return text.length < 20_000 ? text.length + 1.5 * many : text.length + 1.5 * (text.length - many)
}

/** Whether a text ends or holds a sentence, in any script. */
export const hasSentence = (text: string): boolean =>
  /[.!?…。！？؟।։።။។](?:["'»”’)\]」』]|\s|$)|[。！？]|\p{L}{3}.{30}[:;,]\s/u.test(text)

/** Whether a text ends as a sentence does. */
export const endsSentence = (text: string): boolean => /[.!?…。！？؟।։።။។:;][\s"'»”’“)\]」』]*$/u.test(text)
