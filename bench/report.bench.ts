// Reports as others see them: what axe finds, what they ask the network for, how they lie on A4, and whether Chromium and
// Firefox break the same lines. Needs chromium, firefox (or firefox-esr) and poppler's pdftotext on the PATH.
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { liveArticles } from '../src/library/store/export-facts.ts'
import { openFirefox, type Firefox } from './report/firefox.ts'
import { compareLayouts, placesSource, type Placed } from './report/layout.ts'
import { paperOf } from './report/paper.ts'
import { sampleStore, writePair } from '../tests/library/exchange/samples.ts'

const width = 1000

/** The path of the first of these programs that there is. */
function find(...names: readonly string[]): string | undefined {
  for (const name of names) {
    const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' })
    if (status === 0) return stdout.trim()
  }
  return undefined
}

interface Seen {
  readonly violations: readonly string[]
  readonly requests: readonly string[]
  readonly places: readonly Placed[]
  readonly pdf: string
}

async function look(browser: Browser, path: string): Promise<Seen> {
  const url = pathToFileURL(path).href
  const violations: string[] = []
  const requests: string[] = []
  let places: Placed[] = []
  const pdf = path.replace('.html', '.pdf')
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true })
    const page = await context.newPage()
    page.on('request', (request) => request.url() !== url && requests.push(request.url()))
    await page.goto(url)
    if (colorScheme === 'light') {
      places = JSON.parse(await page.evaluate<string>(`(${placesSource})()`)) as Placed[]
      await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
    }
    // Folded parts are looked at too.
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)))
    const found = await new AxeBuilder({ page }).analyze()
    violations.push(...found.violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${String(nodes[0]?.target)}`))
    await context.close()
  }
  return { violations, requests, places, pdf }
}

async function report(browser: Browser, firefox: Firefox | null): Promise<boolean> {
  const store = await sampleStore()
  let isGood = true
  for (const article of liveArticles(store)) {
    const path = await writePair(store, article, 'html')
    const { violations, requests, places, pdf } = await look(browser, path)
    const { pages, cut } = paperOf(pdf)
    const said = [`axe ${violations.length}, requests ${requests.length}, ${pages} pages, ${cut.length} cut`]
    isGood &&= violations.length + requests.length + cut.length === 0
    if (firefox !== null) {
      const other = JSON.parse(await firefox.ask(pathToFileURL(path).href, width, placesSource)) as Placed[]
      const { blocks, most, broken, same, first } = compareLayouts(places, other)
      said.push(`${blocks} blocks, at most ${most.toFixed(2)} px apart, ${broken.length} broken otherwise`)
      if (first !== null) said.push(JSON.stringify(first))
      isGood &&= same && broken.length === 0 && most <= 1
    }
    console.log(`${article}: ${said.join('; ')}`)
    for (const line of [...violations, ...requests].slice(0, 5)) console.log(`  ${line}`)
  }
  return isGood
}

const [chrome, fox] = [find('chromium', 'chromium-browser', 'google-chrome'), find('firefox', 'firefox-esr')]
if (chrome === undefined) {
  console.log('There is no Chromium on the PATH: nothing was looked at.')
} else {
  const browser = await chromium.launch({ executablePath: chrome, args: ['--no-sandbox'] })
  const firefox = fox === undefined ? null : await openFirefox(fox)
  console.log(`Chromium ${browser.version()}, Firefox ${firefox?.version ?? '(none)'}`)
  process.exitCode = (await report(browser, firefox)) ? 0 : 1
  firefox?.close()
  await browser.close()
}
