import { describe, expect, test } from 'vitest'
import { readBlocks } from '../../../src/library/exchange/markdown-blocks.ts'
import { fileOf, foundIn, library, wall } from './found-in.ts'
import { zipOf } from './zip-of.ts'

const container = `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`

const package3 = `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>The wall &amp; the sea</dc:title><dc:creator>Jo Field</dc:creator><dc:creator>Kim Lee</dc:creator>
<dc:language>en</dc:language><dc:date>2024-01-02</dc:date><meta property="dcterms:modified">2024-02-03T04:05:06Z</meta>
</metadata><manifest><item id="c2" href="two%20.xhtml" media-type="application/xhtml+xml"/>
<item id="c1" href="one.xhtml" media-type="application/xhtml+xml"/><item id="css" href="a.css" media-type="text/css"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="nav" linear="no"/><itemref idref="c1"/><itemref idref="c2"/></spine></package>`

const chapter = (...lines: readonly string[]): string =>
  `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${lines.join('')}</body></html>`

const book = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': container,
  'OPS/book.opf': package3,
  'OPS/nav.xhtml': chapter('<p>Contents</p>'),
  'OPS/one.xhtml': chapter(
    '<h1>The wall &amp; the sea</h1>',
    '<h2>One</h2>',
    `<p><a id="p1"/>${wall[0]}</p>`,
    '<ul><li>&x;a</li></ul>'
  ),
  'OPS/two .xhtml': chapter('<h2>Two</h2>', `<blockquote><p>${wall[1]}</p></blockquote>`)
}

describe('books', () => {
  test('a book is one article, its chapters in the order in which they are read', async () => {
    const { format, loose, refused } = await foundIn(fileOf('book.epub', await zipOf(book)))
    expect([format, refused]).toEqual(['epub/1', []])
    expect(loose[0]!.content.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['headline', 'The wall & the sea'],
      ['byline', 'Jo Field, Kim Lee'],
      ['heading', 'One'],
      ['paragraph', wall[0]],
      ['list-item', '&x;a'],
      ['heading', 'Two'],
      ['quote', wall[1]]
    ])
    expect(loose[0]).toMatchObject({ lang: 'en', received: { extractor: 'epub/1' } })
    expect(loose[0]!.content.claims.map(({ kind, at }) => [kind, at])).toEqual([
      ['published', '2024-01-02'],
      ['updated', '2024-02-03T04:05:06Z']
    ])
  })

  const locked =
    '<encryption><EncryptedData><CipherData><CipherReference URI="OPS/one.xhtml"/></CipherData></EncryptedData></encryption>'
  test.each([
    ['a chapter that is locked', { 'META-INF/encryption.xml': locked }, 'encrypted OPS/one.xhtml'],
    [
      'a package that is not there',
      { 'META-INF/container.xml': container.replace('book.opf', '../../book.opf') },
      'needs-files'
    ],
    [
      'a chapter that is not there',
      { 'OPS/book.opf': package3.replace('one.xhtml', '../../../etc/passwd') },
      'needs-files'
    ],
    ['a chapter too long', { 'OPS/one.xhtml': chapter('<i>'.repeat(150_001)) }, 'too-large a chapter'],
    ['no package', { 'META-INF/container.xml': '<container/>' }, 'damaged'],
    ['no chapters', { 'OPS/book.opf': '<package/>' }, 'no-article']
  ])('%s is refused by name', async (_, changed, why) => {
    const { refused } = await foundIn(fileOf('book.epub', await zipOf({ ...book, ...changed })))
    expect(refused).toEqual([expect.stringMatching(`^${why}`)])
  })

  test.each([
    ['elements in each other', '<p><b><i><a>'.repeat(35_000)],
    ['marks that stay open', Array.from({ length: 60_000 }, (_, i) => `<p><b id="${i}">a`).join('')],
    ['many paragraphs', '<p/>'.repeat(140_000)],
    ['line breaks that stay open', `One<br>two${'<br>three'.repeat(100)}`]
  ])('a chapter of %s takes no time', { timeout: 30_000 }, async (_, body) => {
    const start = performance.now()
    const { loose } = await foundIn(fileOf('book.epub', await zipOf({ ...book, 'OPS/one.xhtml': chapter(body) })))
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(loose[0]!.content.blocks.at(-1)!.text).toBe(wall[1])
  })

  test('the same book again adds nothing', async () => {
    const { importFiles, close } = library()
    const paths = [fileOf('book.epub', await zipOf(book))]
    expect(await importFiles({ paths })).toMatchObject({ newArticles: 1, newRevisions: 1, refused: [] })
    expect(await importFiles({ paths })).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 1 })
    close()
  })
})

describe('notes in Markdown', () => {
  test('blocks', () => {
    const source = `# The *wall* #

Lost [in the storm](https://paper.example/storm "1961") of 1961\\*, and
snake_case stays; 2 * 3 too.  
Next line, [named][c] &amp; <b>bold</b> \`a*b\`.

Setext
------
> Families will
> have a choice

- one
  goes on
* two
1. three

![A wall](wall.jpg)

| a | b \\| c |
|---|:-:|
| 1 | 2 |

***
~~~js
let x = 1

# no heading
~~~
Correction: an earlier version said 60.

[c]: https://council.example/`
    const blocks = readBlocks(source)
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', 'The wall'],
      ['paragraph', 'Lost in the storm of 1961*, and snake_case stays; 2 * 3 too.\nNext line, named & bold a*b.'],
      ['heading', 'Setext'],
      ['quote', 'Families will have a choice'],
      ['list-item', 'one goes on'],
      ['list-item', 'two'],
      ['list-item', 'three'],
      ['image', 'A wall'],
      ['table-row', 'a\tb | c'],
      ['table-row', '1\t2'],
      ['paragraph', 'let x = 1\n\n# no heading'],
      ['correction-note', 'Correction: an earlier version said 60.']
    ])
    expect(blocks[1]!.links).toEqual([
      { text: 'in the storm', href: 'https://paper.example/storm' },
      { text: 'named', href: 'https://council.example/' }
    ])
  })

  test.each(['[', '*', '_', '`', '![', '[a](', '<a ', '&#', '> ', '|', '\\', '![a](b', '[![a](b)](', '\n---\n'])(
    'a long run of %j takes no time',
    (run) => {
      const start = performance.now()
      readBlocks(`x${run.repeat(100_000)}`)
      expect(performance.now() - start).toBeLessThan(3000)
    }
  )

  const note = (front: string): string =>
    `---\n${front}\n---\n# Council to move 40 households\n\n${wall.join('\n\n')}\n`

  test('a note without an address is a state of what it says', async () => {
    const { format, loose } = await foundIn(fileOf('wall.md', `# Council to move 40 households\n\n${wall[0]}`))
    expect([format, loose[0]!.content.blocks[0]]).toEqual([
      'markdown/1',
      { kind: 'headline', text: 'Council to move 40 households' }
    ])
  })

  test('a clipping is a state of the article it was clipped from', async () => {
    const path = fileOf(
      'wall.md',
      note(
        'title: A wall\nsource: https://paper.example/wall\nauthor: [Jo]\ndate: 2024-01-02\ncreated: 2024-01-03 10:00'
      )
    )
    const { states, isZoneGuessed } = await foundIn(path)
    expect(states).toMatchObject([{ url: 'https://paper.example/wall', at: '2024-01-03T10:00:00.000Z' }])
    expect(states[0]!.content!.blocks.slice(0, 3).map(({ text }) => text)).toEqual([
      'A wall',
      'Jo',
      'Council to move 40 households'
    ])
    expect(states[0]!.content!.claims).toMatchObject([{ kind: 'published', at: '2024-01-02' }])
    expect(isZoneGuessed).toBe(true)
    const inMadrid = await foundIn(path, 'Europe/Madrid')
    expect([inMadrid.states[0]!.at, inMadrid.isZoneGuessed]).toEqual(['2024-01-03T09:00:00.000Z', false])
  })

  test('front matter that is no YAML, or a bomb of aliases, is not taken for one', async () => {
    const aliases = `a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]`
    for (const front of ['a: [', aliases]) {
      const { loose, refused } = await foundIn(fileOf('wall.md', note(front)))
      expect([loose.length, refused]).toEqual([1, []])
    }
  })

  test('the same note again adds nothing', async () => {
    const { importFiles, close } = library()
    const paths = [
      fileOf('wall.md', note('source: https://paper.example/wall')),
      fileOf('other.md', '# Ferry\n\nIt sails.')
    ]
    expect(await importFiles({ paths })).toMatchObject({ newArticles: 2, newRevisions: 2, refused: [] })
    expect(await importFiles({ paths })).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 2 })
    close()
  })
})
