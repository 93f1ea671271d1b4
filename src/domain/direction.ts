/**
 * The direction a text is read in: that of the script most of its first letters belong to. For texts that bring no
 * markup of their own to say so.
 */
export function textDirection(text: string): 'ltr' | 'rtl' {
  const letters = text.slice(0, 4000).match(/\p{L}/gu) ?? []
  const rtl = letters.filter((letter) =>
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter)
  )
  return rtl.length * 2 > letters.length ? 'rtl' : 'ltr'
}
