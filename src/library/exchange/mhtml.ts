import { ByteReader } from './byte-reader.ts'
import { FileBytes } from './file-bytes.ts'
import { zonedTime } from './html-head.ts'
import { decodePart, parameter, readFields, type Fields } from './mime.ts'
import { FileRefusal, largestFile } from './read-file.ts'
import type { FormatReader } from './reader.ts'
import { savedPage } from './saved-page.ts'
import { isWebAddress } from './site-document.ts'

const longestLine = 65_536
/** A part of quoted-printable text is up to three times as long as what it says. */
const largestPart = 3 * largestFile

/** Reads pages saved as one file with all that belongs to them (MHTML, RFC 2557), as Chromium and others write it. */
export const mhtmlReader: FormatReader = {
  format: 'mhtml/1',
  fits: ({ head }) => isMessage(head.toString('latin1')),
  async *read(file, how) {
    const source = await FileBytes.open(file.path)
    try {
      const bytes = new ByteReader(source)
      const message = await readFields(bytes)
      const { fields, body } = await rootOf(bytes, message)
      const time = message.get('date') ?? null
      const charset = parameter(fields.get('content-type'), 'charset') ?? undefined
      yield await savedPage(how, file, { body, url: addressOf(message, fields), at: zonedTime(time), time, charset })
    } finally {
      await source.close()
    }
  }
}

/** A head as messages have, of a kind that pages are saved as. */
function isMessage(text: string): boolean {
  if (!/^\s*[A-Za-z][\w-]{1,60}:/.test(text)) return false
  const [head = ''] = text.split(/\r?\n\r?\n/, 1)
  return /^MIME-Version:/im.test(head) && /^Content-Type:\s*(?:multipart\/related|text\/html)/im.test(head)
}

interface Part {
  readonly fields: Fields
  readonly body: Buffer
}

/** The part that is the page (RFC 2387, 3.2: the one that `start` names, else the first); what follows it is not read. */
async function rootOf(bytes: ByteReader, message: Fields): Promise<Part> {
  const type = message.get('content-type')
  const boundary = parameter(type, 'boundary')
  if (boundary === null) return partOf(message, (await readUntil(bytes, null, largestPart)).body)
  const start = parameter(type, 'start')
  let isLast = (await readUntil(bytes, boundary, null)).isLast
  while (!isLast) {
    const fields = await readFields(bytes)
    const isRoot = start === null ? isPage(fields) : fields.get('content-id') === start
    const part = await readUntil(bytes, boundary, isRoot ? largestPart : null)
    if (isRoot) return partOf(fields, part.body)
    isLast = part.isLast
  }
  throw new FileRefusal('not-a-page', 'no part of it is a page')
}

const isPage = (fields: Fields): boolean =>
  /^(?:text\/html|application\/xhtml\+xml)\b/i.test(fields.get('content-type') ?? '')

function partOf(fields: Fields, bytes: Buffer): Part {
  const body = decodePart(bytes, fields.get('content-transfer-encoding'))
  if (body.length > largestFile) throw new FileRefusal('too-large', `${body.length} bytes`)
  return { fields, body }
}

/** Reads up to a boundary (RFC 2046, 5.1.1), or to the end where there is none; keeps nothing where `most` is null. */
async function readUntil(
  bytes: ByteReader,
  boundary: string | null,
  most: number | null
): Promise<{ readonly body: Buffer; readonly isLast: boolean }> {
  const lines: Buffer[] = []
  let size = 0
  for (;;) {
    const line = await bytes.line(longestLine)
    if (line === null && boundary !== null) throw new FileRefusal('truncated', 'inside of a part')
    const text = line === null ? '' : line.length > 200 ? '' : line.toString('latin1').trimEnd()
    const isLast = line === null || text === `--${boundary}--`
    if (isLast || text === `--${boundary}`) return { body: Buffer.concat(lines), isLast }
    size += line.length
    if (most === null) continue
    if (size > most) throw new FileRefusal('too-large', `a part of more than ${most} bytes`)
    lines.push(line)
  }
}

/** Where the page was saved from: what the browser says, else the part. */
function addressOf(message: Fields, part: Fields): string | null {
  const named = [
    message.get('snapshot-content-location'),
    part.get('content-location'),
    message.get('content-location')
  ]
  return named.find((url) => url !== undefined && isWebAddress(url)) ?? null
}
