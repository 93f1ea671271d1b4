import { expect, test } from 'vitest'
import { unrewrite } from '../../../src/library/backfill/unrewrite.ts'
import { rewritten } from './archive-server.ts'

const wayback = { host: 'web.archive.org', path: '/web/' }
const at = 'https://web.archive.org/web/20200102030405'

test.each([
  ['a link in full', `<a href="${at}/http://quay.example/a">A</a>`, '<a href="http://quay.example/a">A</a>'],
  [
    'without scheme',
    '<a href="//web.archive.org/web/2020/https://quay.example/">A</a>',
    '<a href="https://quay.example/">A</a>'
  ],
  [
    'without host',
    "<a href='/web/20200102030405/http://quay.example/?a=1&b=2'>",
    "<a href='http://quay.example/?a=1&b=2'>"
  ],
  ['an image, a script, a frame', `<img src="${at}im_/http://q.example/i.png">`, '<img src="http://q.example/i.png">'],
  [
    'a plain http archive',
    '<a href="http://web.archive.org/web/2020/http://q.example/">',
    '<a href="http://q.example/">'
  ],
  ['without scheme behind it', `<a href="${at}///q.example/x">`, '<a href="//q.example/x">'],
  [
    'all of srcset',
    `<img srcset="/web/2020im_/http://q.example/1 1x, /web/2020im_/http://q.example/2 2x">`,
    '<img srcset="http://q.example/1 1x, http://q.example/2 2x">'
  ],
  [
    'style',
    '<style>p{background:url(/web/2020im_/http://q.example/b.png)}</style>',
    '<style>p{background:url(http://q.example/b.png)}</style>'
  ],
  [
    'escaped in data of a page',
    String.raw`<script type="application/ld+json">{"url":"https:\/\/web.archive.org\/web\/20200102030405\/https:\/\/q.example\/a"}</script>`,
    String.raw`<script type="application/ld+json">{"url":"https:\/\/q.example\/a"}</script>`
  ],
  ['mail', `<a href="${at}/mailto:desk@q.example">`, '<a href="mailto:desk@q.example">'],
  // A page may cite an archive: that link is its own.
  ['a link to an archive', `<a href="${at}/${at}/http://q.example/">`, `<a href="${at}/http://q.example/">`],
  ['what the text says', `<p>See ${at}/http://q.example/ for it.</p>`, `<p>See ${at}/http://q.example/ for it.</p>`],
  ['a path of the page', '<a href="/web/2020/plans">', '<a href="/web/2020/plans">'],
  [
    'another host',
    '<a href="https://web.other.example/web/2020/http://q.example/">',
    '<a href="https://web.other.example/web/2020/http://q.example/">'
  ],
  [
    'a toolbar',
    '<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><b>Bar</b><!-- END WAYBACK TOOLBAR INSERT --><p>A</p>',
    '<body><p>A</p>'
  ],
  ['the toolbar of pywb', '<body><!-- WB Insert --><b>Bar</b><!-- End WB Insert --><p>A</p>', '<body><p>A</p>'],
  ['a toolbar without end', '<!-- BEGIN WAYBACK TOOLBAR INSERT --><p>A</p>', '<p>A</p>'],
  ['its script', '<script>var _wombat = 1</script><p>A</p>', '<p>A</p>'],
  ['a script of the page', '<script>var a = "<p>"</script><p>A</p>', '<script>var a = "<p>"</script><p>A</p>'],
  ['a closing comment', '<p>A</p><!--\n FILE ARCHIVED ON 1 Jan AND RETRIEVED FROM THE\n ARCHIVE -->', '<p>A</p>'],
  ['a comment of the page', '<p>A</p><!-- story 12 -->', '<p>A</p><!-- story 12 -->'],
  ['a lone less-than', `<p>1 < 2</p><a href="${at}/http://q.example/">`, '<p>1 < 2</p><a href="http://q.example/">'],
  ['nothing', '', '']
])('%s', (_, from, to) => {
  expect(unrewrite(from, wayback)).toBe(to)
})

const page = [
  '<html><head><title>Quay row</title><link rel="canonical" href="https://quay.example/row"><meta property="og:image" content="https://quay.example/i.png">',
  String.raw`<script type="application/ld+json">{"image":"https:\/\/quay.example\/i.png"}</script>`,
  '<style>p{background:url(https://quay.example/b.png)}</style></head>',
  '<body class="a"><h1>Quay row</h1><p>Berths <a href="https://quay.example/two">two</a>, né à 5°.</p><img src="https://quay.example/i.png"></body></html>'
].join('\n')

test('a page that went through an archive comes back as it was, byte for byte', () => {
  const copy = rewritten({ html: page, timestamp: '20200102030405' }, 'https://web.archive.org')
  expect(copy).toContain('Toolbar of the archive')
  const back = unrewrite(Buffer.from(copy).toString('latin1'), wayback)
  expect(Buffer.from(back, 'latin1').toString().replace('<head>\n', '<head>').trimEnd()).toBe(page)
})

test.each([
  '<',
  '<!--',
  '<script',
  '<a href="',
  '<script src=archive.org/',
  '<!-- BEGIN WAYBACK TOOLBAR INSERT -->',
  '/web/2020/',
  '<style>'
])('a page of nothing but %s takes time in proportion', (piece) => {
  const time = (count: number): number => {
    const html = piece.repeat(count)
    const begun = performance.now()
    unrewrite(html, wayback)
    return performance.now() - begun
  }
  time(2000)
  expect(time(40_000)).toBeLessThan(40 * (time(4000) + 5))
})
