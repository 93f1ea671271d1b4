import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fileOf, foundIn, library, wall } from './found-in.ts'
import { expectFlat, memoryNow } from './memory.ts'

/** A PDF of these objects; the first is the catalog. */
function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  for (const [i, object] of objects.entries()) {
    places.push(Buffer.concat(parts).length)
    parts.push(Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'))
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = Buffer.concat(parts).length
  parts.push(Buffer.from(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${table}`))
  parts.push(
    Buffer.from(`trailer << /Root 1 0 R /Size ${places.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`)
  )
  return Buffer.concat(parts)
}

const stream = (bytes: Buffer, facts = '/Filter /FlateDecode'): Buffer =>
  Buffer.concat([Buffer.from(`<< /Length ${bytes.length} ${facts} >> stream\n`), bytes, Buffer.from('\nendstream')])

/** Pages with these contents, and more objects from number 5 + twice the pages on. */
function withPages(
  contents: readonly Buffer[],
  resources = '',
  more: readonly (string | Buffer)[] = [],
  trailer = ''
): Buffer {
  const pages = contents.flatMap((content, i) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> ${resources} >> >>`,
    content
  ])
  const kids = contents.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
  const tree = `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`
  return pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', tree, font, ...pages, ...more], trailer)
}

type Line = readonly [text: string, x: number, y: number, size?: number]
const linesOf = (...lines: readonly Line[]): Buffer =>
  stream(
    deflateSync(
      `BT ${lines.map(([text, x, y, size = 10]) => `/F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj`).join('\n')} ET`
    )
  )

const first = linesOf(
  ['The Harbour Paper 2024', 50, 780],
  ['Council to move 40 households', 50, 720, 24],
  ['The wall was last strength-', 50, 680],
  ['ened after the storm of 1961.', 50, 668],
  ['Work is due to begin on 13 April, and the ferry', 50, 644],
  ['1', 300, 20]
)
const second = linesOf(['The Harbour Paper 2024', 50, 780], ['sails as usual.', 50, 740], ['2', 300, 20])

describe('PDF files', () => {
  test('lines become paragraphs, across pages too; page numbers and running heads are left out', async () => {
    const { format, loose, refused } = await foundIn(fileOf('wall.pdf', withPages([first, second])))
    expect([format, refused]).toEqual(['pdf/1', []])
    expect(loose[0]!.content.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['headline', 'Council to move 40 households'],
      ['paragraph', 'The wall was last strengthened after the storm of 1961.'],
      ['paragraph', 'Work is due to begin on 13 April, and the ferry sails as usual.']
    ])
    expect(loose[0]!.at).toBeNull()
  })

  test('what a browser printed was seen when it was printed', async () => {
    const info =
      "<< /Title (Council to move 40 households | Paper) /Producer (Skia/PDF m156) /CreationDate (D:20240103120000+01'00') >>"
    const { loose } = await foundIn(fileOf('wall.pdf', withPages([first, second], '', [info], '/Info 8 0 R')))
    expect([loose[0]!.at, loose[0]!.content.blocks[0]!.text]).toEqual([
      '2024-01-03T11:00:00.000Z',
      'Council to move 40 households'
    ])
  })

  const spaces = deflateSync(Buffer.alloc(200 * 2 ** 20, ' '))
  const whole = withPages([first, second])
  test.each([
    ['a stream that is a bomb', withPages([stream(spaces)]), 'unsafe a stream of more than'],
    [
      'a bomb in a bomb',
      withPages([stream(deflateSync(spaces), '/Filter [/FlateDecode /FlateDecode]')]),
      'unsafe a stream of more than'
    ],
    [
      'a packing without bounds',
      withPages([stream(Buffer.from('x'), '/Fil#74er /LZW#44ecode')]),
      'unsafe a stream packed with LZWDecode'
    ],
    [
      'a packing without bounds, by its short name',
      withPages([stream(Buffer.from('x'), '/F [/RL]')]),
      'unsafe a stream packed with RL'
    ],
    ['a packing that is named elsewhere', withPages([stream(Buffer.from('x'), '/Filter 9 0 R')]), 'unsafe a packing'],
    ['a packing behind a comment', withPages([stream(Buffer.from('x'), '/Filter %c\n/Any')]), 'unsafe a packing'],
    [
      'a packing among others that is named elsewhere',
      withPages([stream(Buffer.from('x'), '/Filter [/FlateDecode 9 0 R]')]),
      'unsafe a packing'
    ],
    [
      'a name and twenty million blanks',
      Buffer.concat([Buffer.from('%PDF-1.7\n/F'), Buffer.alloc(19_000_000, ' '), Buffer.from('%%EOF')]),
      'unsafe a packing'
    ],
    ['a file that is locked', withPages([first], '', ['<< /Filter /Standard /V 1 >>'], '/Encrypt 6 0 R'), 'encrypted'],
    ['a file of pictures', withPages([stream(deflateSync('q Q'))]), 'no-article'],
    ['a file that is cut', whole.subarray(0, 700), 'truncated'],
    ['a file without an end', Buffer.from('%PDF-1.7\n%%EOF'), 'damaged'],
    [
      'pages that hold themselves',
      pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
      'damaged'
    ],
    [
      'more pages than books have',
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        `<< /Type /Pages /Kids [${'3 0 R '.repeat(2001)}] /Count 2001 >>`,
        '<< /Type /Page /Parent 2 0 R >>'
      ]),
      'too-large'
    ],
    [
      'a million runs of text',
      withPages([
        stream(
          deflateSync(
            `BT /F1 9 Tf ${Array.from({ length: 400_000 }, (_, i) => `1 0 0 1 ${(i * 37) % 500} ${(i * 91) % 700} Tm (a) Tj`).join(' ')} ET`
          )
        )
      ]),
      'too-large more than'
    ]
  ])('%s is refused by name', { timeout: 60_000 }, async (_, bytes, why) => {
    const before = memoryNow()
    const { refused, loose } = await foundIn(fileOf('bad.pdf', bytes))
    expect([loose.length, refused]).toEqual([0, [expect.stringMatching(`^${why}`)]])
    expectFlat(before)
  })

  test('forms that draw each other for ever are given up', { timeout: 90_000 }, async () => {
    const form = (next: number): Buffer =>
      stream(
        deflateSync('/X Do '.repeat(20)),
        `/Filter /FlateDecode /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${next} 0 R >> >>`
      )
    const forms = Array.from({ length: 12 }, (_, i) => form(i + 7))
    const { refused } = await foundIn(
      fileOf('bad.pdf', withPages([stream(deflateSync('/X Do'))], '/XObject << /X 6 0 R >>', forms))
    )
    expect(refused).toHaveLength(1)
  })

  test('with bytes turned it is refused by name or tells what it has', async () => {
    for (let at = 11; at < whole.length; at += 53) {
      const turned = Buffer.from(whole)
      turned[at] = turned[at]! ^ 0x55
      const { loose, refused } = await foundIn(fileOf('wall.pdf', turned))
      expect(loose.length + refused.length).toBe(1)
    }
  })

  test('the same file again adds nothing', async () => {
    const { importFiles, close } = library()
    const paths = [fileOf('wall.pdf', whole), fileOf('note.txt', `A ferry\n\n${wall[1]}`)]
    expect(await importFiles({ paths })).toMatchObject({ newArticles: 2, newRevisions: 2, refused: [] })
    expect(await importFiles({ paths })).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 2 })
    close()
  })
})
