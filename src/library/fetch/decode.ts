import { isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import { getBOMEncoding, labelToName, TextDecoder } from '@exodus/bytes/encoding.js'
import sniff from 'html-encoding-sniffer'
import { lateMeta } from './late-meta.ts'

export interface Decoded {
  readonly text: string
  /** The name of the encoding as the Encoding standard writes it. */
  readonly encoding: string
}

/**
 * The text of a page or feed, in the encoding that browsers would choose (HTML standard, "determining the character encoding"):
 * byte order mark, `override`, `charset` of the Content-Type, what the first kilobyte declares (`meta`, or the XML
 * declaration). Where nothing is declared: UTF-8 if that is what the bytes are, else a guess from their frequencies, else
 * windows-1252. Bytes that mean nothing in the encoding become U+FFFD.
 */
export function decodePage(bytes: Buffer, contentType: string | null, override?: string): Decoded {
  const encoding = declaredEncoding(bytes, contentType, override) ?? likelyEncoding(bytes)
  return { text: decodeAs(bytes, encoding), encoding }
}

/** The encoding that is declared, from outside or inside, or shown by a byte order mark; null where none is. */
export function declaredEncoding(bytes: Buffer, contentType: string | null, override?: string): string | null {
  const mark = getBOMEncoding(bytes)
  if (mark !== null) return labelToName(mark)
  return known(override) ?? known(charsetOf(contentType)) ?? declaredInside(bytes, contentType)
}

function known(label: string | null | undefined): string | null {
  return label === null || label === undefined ? null : labelToName(label)
}

/** The `charset` parameter of a media type (WHATWG MIME Sniffing); null where there is none. */
function charsetOf(contentType: string | null): string | null {
  const found = /;\s*charset\s*=\s*(?:"([^"]{1,100})"|([^\s;"]{1,100}))/i.exec((contentType ?? '').slice(0, 1000))
  return found?.[1] ?? found?.[2] ?? null
}

const prescanned = 1024

/** An XML declaration counts for HTML too, where no `meta` says otherwise, as browsers have it. */
function declaredInside(bytes: Buffer, contentType: string | null): string | null {
  const inXml = xmlDeclaration(bytes)
  const isXml = /[/+]xml\b/i.test(contentType ?? '') && !/html/i.test(contentType ?? '')
  if (isXml) return inXml ?? declaredInMeta(bytes)
  return declaredInMeta(bytes) ?? inXml ?? lateMeta(bytes)
}

function declaredInMeta(bytes: Buffer): string | null {
  const head = bytes.subarray(0, prescanned)
  try {
    const [one, other] = ['UTF-8', 'windows-1252'].map((defaultEncoding) => sniff(head, { defaultEncoding }))
    return one === other ? one! : null
  } catch {
    // The sniffer reads beyond the end of some malformed `content` values; such a value declares nothing.
    return null
  }
}

/** The encoding an XML declaration names (XML 1.0, 4.3.3). One that it can be read in without it is not UTF-16. */
function xmlDeclaration(bytes: Buffer): string | null {
  const start = bytes.subarray(0, prescanned)
  const wide = wideXml(start)
  if (wide !== null) return wide
  const declaration = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']{1,100})["']/i.exec(start.toString('latin1'))
  const name = known(declaration?.[1])
  return name?.startsWith('UTF-16') === true ? 'UTF-8' : name
}

/** `<?` in two bytes a character, without a byte order mark. */
function wideXml(start: Buffer): string | null {
  const four = start.subarray(0, 4).toString('hex')
  if (four === '3c003f00') return 'UTF-16LE'
  return four === '003c003f' ? 'UTF-16BE' : null
}

const judged = 64 * 1024
/** With fewer bytes beyond ASCII, frequencies say nothing. */
const fewest = 5

function likelyEncoding(bytes: Buffer): string {
  if (isUtf8(bytes)) return 'UTF-8'
  const words = foreignWords(bytes.subarray(0, judged))
  if (words.filter((byte) => byte > 0x7f).length < fewest && !words.includes(0x1b)) return 'windows-1252'
  const guesses = analyse(words).flatMap(({ name }) => labelToName(name) ?? [])
  return guesses.find((name) => !name.startsWith('UTF-') && name !== 'replacement') ?? 'windows-1252'
}

/**
 * The words that have bytes beyond ASCII in them (or escapes, ISO 2022). Markup and English words in between only mislead:
 * without them, 314 instead of 253 of 364 real pages are guessed right.
 */
function foreignWords(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replace(/<[^<>]*>/g, ' ')
  // oxlint-disable-next-line no-control-regex -- escapes and bytes beyond ASCII are what is looked for
  const words = text.split(/\s+/).filter((word) => /[\x1b\x80-\xff]/.test(word))
  return Buffer.from(words.join(' '), 'latin1')
}

/** Encodings that are a danger to read (`replacement`) yield one U+FFFD, as the standard has it. */
function decodeAs(bytes: Buffer, encoding: string): string {
  return encoding === 'replacement' ? '\uFFFD' : new TextDecoder(encoding).decode(bytes)
}
