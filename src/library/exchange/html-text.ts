/** Text that came from a page, for HTML: nothing of it is ever markup, and no control character is left in it. */
export function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd')
    .replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`)
}

/** A name and its value, which is HTML, in a `dl`. */
export const fact = (name: string, value: string): string => `<div><dt>${escaped(name)}</dt><dd>${value}</dd></div>`

/** The language and direction of an article's own words, as attributes. */
export const textAttributes = ({ lang, dir }: { readonly lang: string | null; readonly dir: string }): string =>
  `dir="${dir === 'rtl' ? 'rtl' : 'auto'}"${lang === null ? '' : ` lang="${escaped(lang)}"`}`

/** A part of a report with its heading. */
export const section = (heading: string, html: string): string =>
  `<section>\n<h2>${escaped(heading)}</h2>\n${html}\n</section>`
