import { extensions, type ExportFormat } from '../../contract/exporting.ts'

/** So much of a headline goes into the name of a file. */
const most = 40

/** `quay-row-families-v2-v5`: letters and digits of any script, for a file that is found again. */
export function fileBase(headline: string, older: string, newer: string): string {
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
  return `${base === '' ? 'palimpsest' : base}-v${older}-v${newer}`
}

/** A name with the ending of its format, in place of that of another one. */
export function withExtension(name: string, format: ExportFormat): string {
  const bare = name.trim().replace(/\.(?:html|md|json|txt)$/iu, '')
  return `${bare}.${extensions[format]}`
}

/** The last part of a path of any system. */
export const lastPart = (path: string): string => path.split(/[/\\]/u).at(-1) ?? path
