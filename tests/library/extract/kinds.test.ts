import { describe, expect, test } from 'vitest'
import { readPage, type PageSource } from '../../../src/library/extract/read-page.ts'

const usual: PageSource = { url: 'https://news.example/2026/quay', at: '2026-03-03T12:00:00.000Z', status: 200 }
const kindOf = (html: string, source: Partial<PageSource> = {}) => readPage(html, { ...usual, ...source }).kind

const nav = '<nav><a href="/">Home</a> <a href="/harbour">Harbour</a> <a href="/sport">Sport</a></nav>'
const page = (title: string, body: string): string =>
  `<!doctype html><html><head><title>${title} | The Skerrin Post</title><meta property="og:site_name" content="The Skerrin Post"></head><body>${nav}${body}</body></html>`
const sentence =
  'The harbour office said on Tuesday that the ferry to the island stays in port until the wind has gone down.'
const story = (paragraphs: number): string => `<p>${sentence}</p>`.repeat(paragraphs)

describe('walls against robots', () => {
  test.each<[string, string, Partial<PageSource>]>([
    ['by its header', page('Anything', story(20)), { status: 403, headers: { 'cf-mitigated': 'challenge' } }],
    [
      'Cloudflare',
      '<title>Just a moment...</title><noscript>Enable JavaScript and cookies to continue</noscript><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>',
      { status: 403 }
    ],
    [
      'Cloudflare in German',
      '<title>Nur einen Moment…</title><h1>news.example</h1><p>Bestätigen Sie, dass Sie ein Mensch sind. Dies kann einige Sekunden dauern.</p>',
      { status: 403 }
    ],
    [
      'DataDome',
      '<title>news.example</title><p id="cmsg">Please enable JS and disable any ad blocker</p><script src="https://ct.captcha-delivery.com/c.js"></script>',
      { status: 403 }
    ],
    [
      'PerimeterX',
      '<title>Access to this page has been denied</title><h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1><div id="px-captcha"></div>',
      { status: 200 }
    ],
    [
      'Akamai',
      '<title>Access Denied</title><h1>Access Denied</h1>You don\'t have permission to access "http://news.example/" on this server.<p>Reference #18.2d351ab8.1557333295.a4e16ab',
      { status: 403 }
    ],
    [
      'Imperva',
      '<html><body><iframe src="/_Incapsula_Resource?CWUDNSAI=9&xinfo=1">Request unsuccessful. Incapsula incident ID: 1-2</iframe></body></html>',
      { status: 200 }
    ],
    [
      'anybody',
      page('Are you a robot?', '<p>We have seen unusual traffic from your network. Please solve this captcha.</p>'),
      { status: 200 }
    ],
    ['in Japanese', '<title>アクセスが制限されています</title><p>私はロボットではありません</p>', { status: 200 }],
    [
      'in Russian',
      '<title>Вы не робот?</title><p>Подтвердите, что запросы отправляли вы, а не робот. Я не робот.</p>',
      { status: 429 }
    ]
  ])('%s', (_, html, source) => expect(kindOf(html, source)).toBe('blocked'))
})

describe('there is no such page', () => {
  test.each([
    ['en', 'Page not found', '<h1>404</h1><p>Sorry, the page you are looking for does not exist.</p>'],
    [
      'en, with other articles under it',
      'Page Not Found',
      `<h1>Page not found</h1><h2>Latest</h2>${'<p><a href="/a">Ferry stays in port as the storm goes on over the whole of the northern coast of the island</a></p>'.repeat(20)}`
    ],
    ['de', 'Seite nicht gefunden', '<h1>Fehler 404</h1><p>Die gesuchte Seite wurde leider nicht gefunden.</p>'],
    ['fr', 'Page introuvable', '<h1>Oups !</h1><p>La page que vous recherchez n’existe pas.</p>'],
    ['es', 'Página no encontrada', '<h1>Error 404</h1>'],
    ['pt', 'Página não encontrada', '<h1>Ops!</h1>'],
    ['it', 'Pagina non trovata', '<h1>Errore 404</h1>'],
    ['nl', 'Pagina niet gevonden', '<h1>Helaas</h1>'],
    ['pl', 'Nie znaleziono strony', '<h1>404</h1>'],
    ['tr', 'Sayfa bulunamadı', '<h1>404</h1>'],
    ['ru', 'Страница не найдена', '<h1>Ошибка 404</h1>'],
    ['el', 'Η σελίδα δεν βρέθηκε', '<h1>404</h1>'],
    ['ar', 'الصفحة غير موجودة', '<h1>404</h1>'],
    ['he', 'הדף לא נמצא', '<h1>404</h1>'],
    ['hi', 'पेज नहीं मिला', '<h1>404</h1>'],
    ['th', 'ไม่พบหน้าที่คุณต้องการ', '<h1>404</h1>'],
    ['ja', 'ページが見つかりません', '<p>お探しのページは見つかりませんでした。</p>'],
    ['zh', '页面不存在', '<p>您访问的页面不存在</p>'],
    ['ko', '페이지를 찾을 수 없습니다', '<p>요청하신 페이지를 찾을 수 없습니다.</p>']
  ])('%s', (_, title, body) => expect(kindOf(page(title, body))).toBe('soft-404'))
})

describe('consent first', () => {
  test.each([
    [
      'en',
      'Before you continue',
      '<form><h1>Before you continue</h1><p>We use cookies and data to deliver our services.</p><button>Reject all</button><button>Accept all</button></form>'
    ],
    [
      'de',
      'Datenschutzeinstellungen',
      '<h1>Wir respektieren Ihre Privatsphäre</h1><p>Mit Ihrer Einwilligung verwenden wir und unsere Partner Cookies.</p><button>Alle akzeptieren</button>'
    ],
    [
      'fr',
      'Votre vie privée',
      '<h1>Nous respectons votre vie privée</h1><p>Avec votre consentement, nos partenaires et nous utilisons des cookies.</p><button>Tout accepter</button><button>Tout refuser</button>'
    ],
    [
      'it',
      'La tua privacy è importante',
      '<p>Noi e i nostri partner utilizziamo cookie.</p><button>Accetta tutto</button>'
    ],
    ['pl', 'Dbamy o Twoją prywatność', '<p>Wykorzystujemy pliki cookie za Twoją zgodą.</p><button>Akceptuję</button>']
  ])('%s', (_, title, body) => expect(kindOf(page(title, body).replace(nav, ''))).toBe('consent'))
})

describe('only the beginning is there', () => {
  const locked =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay closed","isAccessibleForFree":"False"}</script>'
  test.each([
    [
      'said by its data',
      `${locked}<article><h1>Quay closed</h1>${story(2)}<p>Choose a subscription that suits you</p></article>`
    ],
    ['en', `<article><h1>Quay closed</h1>${story(3)}<div>Subscribe to continue reading</div></article>`],
    ['de', `<article><h1>Quay closed</h1>${story(3)}<div>Dieser Artikel ist nur für Abonnenten</div></article>`],
    ['fr', `<article><h1>Quay closed</h1>${story(3)}<div>La suite est réservée aux abonnés</div></article>`],
    ['es', `<article><h1>Quay closed</h1>${story(3)}<div>Suscríbete para seguir leyendo</div></article>`],
    ['ja', `<article><h1>Quay closed</h1>${story(3)}<div>この記事は会員限定です</div></article>`]
  ])('%s', (_, body) => expect(kindOf(page('Quay closed', body))).toBe('paywall'))
})

describe('something else', () => {
  const headings = Array.from(
    { length: 24 },
    (_, n) => `<h2><a href="/a/${n}">Ferry stays in port for day ${n}</a></h2><p>The wind goes on.</p>`
  ).join('')
  test.each<[string, string, Partial<PageSource>]>([
    ['a front page', page('News from the harbour', headings), { url: 'https://news.example/' }],
    ['a section', page('Harbour', headings), {}],
    [
      'what a search found',
      page('Search results for “ferry”', '<h1>Search results for “ferry”</h1><p>3 results</p>'),
      { url: 'https://news.example/search?q=ferry' }
    ],
    ['a page to sign in', page('Log in', '<h1>Log in</h1><form><input name="u"><input type="password"></form>'), {}],
    ['an empty shell', '<div id="root"></div><script src="/app.js"></script>', {}],
    ['nothing', '', {}],
    [
      'a feed',
      '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>Quay closed</title></item></channel></rss>',
      {}
    ],
    ['a sitemap', '<?xml version="1.0"?><urlset><url><loc>https://news.example/a</loc></url></urlset>', {}],
    ['JSON', '{"headline":"Quay closed"}', {}],
    ['a folder', '<title>Index of /backup</title><h1>Index of /backup</h1><pre><a href="a.zip">a.zip</a></pre>', {}]
  ])('%s', (_, html, source) => expect(kindOf(html, source)).toBe('not-an-article'))
})

describe('an article stays one', () => {
  const article = (headline: string, text: string): string =>
    page(headline, `<article><h1>${headline}</h1><p class="byline">By Ann Lee</p><p>${text}</p>${story(12)}</article>`)
  test.each([
    [
      'about captchas',
      article(
        'Are you a robot? How captchas came to rule the web',
        'To verify you are human, sites ask you to solve this captcha.'
      )
    ],
    [
      'about cookie banners',
      article('We value your privacy, they say', 'Accept all, reject all: what the buttons of consent banners do.')
    ],
    [
      'about a 404',
      article('Page not found: how a council lost its website', 'Whoever looked for the page saw “404 not found”.')
    ],
    [
      'about paywalls',
      article(
        'Subscribe to continue reading: papers and their paywalls',
        'Already a subscriber? Then you know the line.'
      )
    ],
    ['about a search', article('Search for missing ferry goes on', 'The search resumed at dawn.')],
    [
      'with a banner for consent over it',
      page(
        'Quay closed',
        `<div><h2>We value your privacy</h2><button>Accept all</button></div><article><h1>Quay closed</h1>${story(12)}</article>`
      )
    ],
    [
      'with an offer under it',
      page('Quay closed', `<article><h1>Quay closed</h1>${story(30)}</article><div>Subscribe to continue reading</div>`)
    ],
    [
      'that loads a captcha for its comments',
      page(
        'Quay closed',
        `<article><h1>Quay closed</h1>${story(4)}</article><script src="https://www.google.com/recaptcha/api.js"></script>`
      )
    ],
    ['that is short', page('Quay closed', `<article><h1>Quay closed</h1><p>${sentence}</p></article>`)],
    [
      'that its data says is not free, and is all there',
      page(
        'Quay closed',
        `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay closed","isAccessibleForFree":false}</script><article><h1>Quay closed</h1>${story(25)}</article>`
      )
    ],
    [
      'with many headings that lead on',
      page(
        'Quay closed',
        `<article><h1>Quay closed</h1>${story(25)}</article>${'<h3><a href="/b">More from the harbour</a></h3>'.repeat(20)}`
      )
    ]
  ])('%s', (_, html) => expect(kindOf(html)).toBe('article'))
})

test('a page says why it was taken for what it is', () => {
  expect(readPage(page('Page not found', '<h1>404</h1>'), usual).reason).toBe(
    'it says that there is no such page: “page not found”'
  )
})
