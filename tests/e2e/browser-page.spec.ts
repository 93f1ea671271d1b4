import { expect, test } from '@playwright/test'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { story } from '../site/stories.ts'
import { launch, type Running } from './app.ts'

let running: Running
let server: Server
/** What the page's script writes, and the robots.txt of the site. */
let told = story(3)
let robots = ''

test.beforeEach(async () => {
  told = story(3)
  robots = ''
  server = createServer((request, response) => {
    if (request.url === '/robots.txt') return void response.writeHead(200).end(robots)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(shell())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  running = await launch()
})
test.afterEach(async () => {
  await running.app.close()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

/** A page without a text of its own: a script writes it a moment after it was loaded. */
const shell =
  (): string => `<!doctype html><html lang="en"><head><title>${told.headline}</title></head><body><div id="root"></div>
<script>setTimeout(() => { const one = ${JSON.stringify(told)}; document.getElementById('root').innerHTML =
'<article><h1>' + one.headline + '</h1>' + one.paragraphs.map((text) => '<p>' + text + '</p>').join('') + '</article>' }, 300)</script></body></html>`

const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/app`

test('a page that a script writes is read by a browser, also when it is looked at again', async () => {
  const { page } = running
  const found = await page.evaluate(async (url) => {
    const { library } = window.palimpsest
    const settings = await library.trackingSettings({})
    if (!('value' in settings)) throw new Error('no settings')
    await library.setTrackingSettings({
      settings: { ...settings.value, spacing: 0, allowedHosts: [new URL(url).host] }
    })
    const looked = await library.look({ text: url })
    if (!('value' in looked)) throw new Error('not looked')
    await library.follow({ items: [{ kind: 'article', url }], folder: null, pace: 'usual' })
    return looked.value[0]?.article?.headline
  }, address())
  expect(found).toBe(story(3).headline)
  await expect(page.getByRole('option')).toHaveCount(1, { timeout: 30_000 })
  await expect(page.getByRole('option')).toContainText(story(3).headline)
  told = { ...told, headline: 'Council votes again on the reservoir' }
  await page.evaluate(() => window.palimpsest.library.checkNow({ articles: [1] }))
  await expect(page.getByRole('option')).toContainText('votes again', { timeout: 30_000 })
  const tracking = await page.evaluate(() => window.palimpsest.library.tracking({ article: 1 }))
  expect(tracking).toMatchObject({ value: { reading: 'browser' } })
})

test('what robots.txt keeps programs from, no browser is asked for either', async () => {
  robots = 'User-agent: *\nDisallow: /app'
  const looked = await running.page.evaluate(async (url) => {
    const { library } = window.palimpsest
    const settings = await library.trackingSettings({})
    if (!('value' in settings)) throw new Error('no settings')
    await library.setTrackingSettings({ settings: { ...settings.value, allowedHosts: [new URL(url).host] } })
    return library.look({ text: url })
  }, address())
  expect(looked).toMatchObject({ value: [{ article: null, problem: { code: 'robots' } }] })
})
