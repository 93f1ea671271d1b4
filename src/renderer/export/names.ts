import { articleExtensions, extensions } from '../../contract/exporting.ts'

/** So much of a headline goes into the name of a file. */
const most = 40

/** `quay-row-families`: letters and digits of any script, for a file that is found again. */
export function fileBase(headline: string): string {
  const words = headline
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
  let base = ''
  for (const word of words) {
    if (base !== '' && base.length + word.length > most) break
    base += `${base === '' ? '' : '-'}${word.slice(0, most)}`
  }
  return base === '' ? 'palimpsest' : base
}

const endings = [...new Set([...Object.values(extensions), ...Object.values(articleExtensions)])]
const ending = new RegExp(String.raw`\.(?:${endings.map((one) => one.replace('.', String.raw`\.`)).join('|')})$`, 'iu')

/** A name with the ending of its format, in place of that of another one. */
export const withExtension = (name: string, extension: string): string =>
  `${name.trim().replace(ending, '')}.${extension}`

/** The last part of a path of any system. */
export const lastPart = (path: string): string => path.split(/[/\\]/u).at(-1) ?? path
