import { labelToName, TextDecoder } from '@exodus/bytes/encoding.js'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { declaredEncoding, decodePage } from '../../../src/library/fetch/decode.ts'
import { suites } from './web.ts'

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

const kanji = [0x93, 0xfa, 0x96, 0x7b]
const far = '<!-- far down -->'.repeat(100)

test.each([
  [
    'the byte order mark before everything',
    bytes([0xef, 0xbb, 0xbf], 'é'),
    'text/html; charset=shift_jis',
    'UTF-8',
    'é'
  ],
  ['UTF-16 by its mark', bytes([0xfe, 0xff, 0x65, 0xe5]), null, 'UTF-16BE', '日'],
  ['Content-Type before meta', bytes('<meta charset=shift_jis>é'), 'text/html; charset="utf-8"', 'UTF-8', 'é'],
  ['meta', bytes('<meta charset=shift_jis>', kanji), 'text/html', 'Shift_JIS', '日本'],
  [
    'an unknown label counts as none',
    bytes('<meta charset=shift_jis>', kanji),
    'text/html; charset=klingon',
    'Shift_JIS',
    '日本'
  ],
  [
    'meta in its old form',
    bytes('<meta http-equiv=content-type content="text/html;charset=shift_jis">', kanji),
    null,
    'Shift_JIS',
    '日本'
  ],
  ['a meta beyond the first kilobyte', bytes(far, '<meta charset=shift_jis>', kanji), null, 'Shift_JIS', '日本'],
  ['a meta in a script is none', bytes(far, '<script>"<meta charset=shift_jis>"</script>é'), null, 'UTF-8', 'é'],
  ['a meta that says UTF-16 cannot be right', bytes('<meta charset=utf-16>é'), null, 'UTF-8', 'é'],
  [
    'a label that was never closed',
    bytes('<meta http-equiv=content-type content="text/html; charset">é'),
    null,
    'UTF-8',
    'é'
  ],
  [
    'a feed by its XML declaration',
    bytes('<?xml version="1.0" encoding="shift_jis"?><a>', kanji),
    'text/xml',
    'Shift_JIS',
    '日本'
  ],
  [
    'ISO 8859-1 is windows-1252',
    bytes([0x93, 0x68, 0x69, 0x94]),
    'text/html; charset=iso-8859-1',
    'windows-1252',
    '“hi”'
  ],
  ['nothing declared, valid UTF-8', bytes('naïve 日本'), null, 'UTF-8', 'naïve 日本'],
  ['nothing declared, no UTF-8', bytes([0x93, 0x68, 0x69, 0x94, 0x20, 0xe9]), null, 'windows-1252', '“hi” é'],
  ['UTF-7 is never read', bytes('+ADw-b+AD4-'), 'text/html; charset=utf-7', 'UTF-8', '+ADw-b+AD4-'],
  ['bytes that mean nothing', bytes('a', [0xff], 'b'), 'text/html; charset=utf-8', 'UTF-8', 'a\uFFFDb'],
  ['NUL stays', bytes('a\0b'), null, 'UTF-8', 'a\0b'],
  ['nothing at all', Buffer.alloc(0), null, 'UTF-8', '']
])('%s', (_what, page, contentType, encoding, text) => {
  const decoded = decodePage(page, contentType)
  expect(decoded.encoding).toBe(encoding)
  expect(decoded.text.endsWith(text)).toBe(true)
})

test('what the reader says goes before what the page says, and after the byte order mark', () => {
  const page = bytes('<meta charset=utf-8>', kanji)
  expect(decodePage(page, 'text/html; charset=utf-8', 'shift_jis').text).toMatch(/日本$/)
  expect(decodePage(bytes([0xef, 0xbb, 0xbf], 'é'), null, 'shift_jis').text).toBe('é')
})

test('an encoding that is no encoding of pages yields one replacement character', () => {
  expect(decodePage(bytes('<meta charset=iso-2022-kr>text'), null).text).toBe('\uFFFD')
})

const html5lib = new URL('html5lib/encoding/', suites)

/** A case: the bytes, and the encoding that a browser reads them in. One needs scripts to be run, and is left out. */
function* readCases(file: string): Generator<readonly [string, Buffer, string]> {
  const text = readFileSync(new URL(file, html5lib), 'latin1')
  for (const [at, part] of text
    .split(/^#data\n/m)
    .slice(1)
    .entries()) {
    const [data = '', rest = ''] = part.split('\n#encoding\n', 2)
    yield [`${file} ${at}`, Buffer.from(data, 'latin1'), rest.split('\n', 1)[0]!.trim().toLowerCase()] as const
  }
}

describe.runIf(existsSync(html5lib))('the cases of html5lib (files beside the checkout)', () => {
  const files = existsSync(html5lib) ? ['tests1.dat', 'tests2.dat', 'test-yahoo-jp.dat'] : []
  const cases = files.flatMap((file) => [...readCases(file)])
  test('there are 82', () => expect(cases).toHaveLength(82))
  test.each(cases)('%s', (_name, data, encoding) => {
    expect((declaredEncoding(data, 'text/html') ?? 'windows-1252').toLowerCase()).toBe(encoding)
  })
})

const sniffer = new URL('encoding-sniffer/', suites)

describe.runIf(existsSync(sniffer))('the cases of html-encoding-sniffer (files beside the checkout)', () => {
  const files = existsSync(sniffer)
    ? readdirSync(sniffer, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
    : []
  test('there are 16', () => expect(files).toHaveLength(16))
  test.each(files)('%s', (file) => {
    const declared = declaredEncoding(readFileSync(new URL(file, sniffer)), null) ?? 'windows-1252'
    // A meta that names UTF-16 is read as UTF-8.
    const named = basename(file, '.html').split('_').at(-1)!
    expect(declared).toBe(named.startsWith('charset-utf-16') ? 'UTF-8' : named)
  })
})

const corpus = new URL('../d-charset/chardet/tests/', suites)
/** Names that this collection has for encodings of the Encoding standard. */
const names: Readonly<Record<string, string>> = {
  CP932: 'shift_jis',
  CP949: 'euc-kr',
  MacCyrillic: 'x-mac-cyrillic',
  MacRoman: 'macintosh'
}

test.runIf(existsSync(corpus))('real pages and feeds in legacy encodings (files beside the checkout)', () => {
  const counts = { right: 0, wrong: 0, unreadable: 0 }
  for (const folder of readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const truth = labelToName(names[folder.name] ?? folder.name.replace(/-([a-z]{4,}|sig)$/, ''))
    for (const file of readdirSync(new URL(`${folder.name}/`, corpus))) {
      const page = readFileSync(new URL(`${folder.name}/${file}`, corpus))
      const { text } = decodePage(page, file.endsWith('.xml') ? 'text/xml' : 'text/html')
      if (truth === null || truth === 'replacement') counts.unreadable++
      else counts[new TextDecoder(truth).decode(page) === text ? 'right' : 'wrong']++
    }
  }
  console.log(`${counts.right} right, ${counts.wrong} wrong, ${counts.unreadable} in encodings that no browser reads`)
  expect(counts.right / (counts.right + counts.wrong)).toBeGreaterThan(0.92)
})
