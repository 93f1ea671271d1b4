import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { anchorOf, titleOf, toHtml } from '../../scripts/guide/markdown.mjs'
import { htmlPages, pages } from '../../scripts/guide/pages.mjs'
import { en } from '../../src/catalogue/en.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, 'docs/guide')
const files = readdirSync(folder).filter((name) => name.endsWith('.md'))
const textOf = (file: string): string => readFileSync(file, 'utf8').replace(/```[^]*?```/gu, '')
const html = htmlPages(root)

test('every file of the guide is one of its pages', () => {
  expect(files.map((name) => name.slice(0, -3)).toSorted()).toEqual([...pages].toSorted())
})

describe.each(files)('%s', (name) => {
  const text = textOf(join(folder, name))

  test('has one heading of the first level', () => {
    expect(text.match(/^# .+$/gmu)).toHaveLength(1)
    expect(titleOf(text)).not.toBe('')
  })

  test('names no page, place or picture that is not there', () => {
    for (const [, address = ''] of text.matchAll(/\]\(([^)]+)\)/gu)) {
      if (/^https?:/u.test(address)) continue
      const [path = '', anchor] = address.split('#')
      const file = path === '' ? join(folder, name) : resolve(dirname(join(folder, name)), path)
      expect([address, existsSync(file)]).toEqual([address, true])
      if (anchor === undefined) continue
      const headings = [...textOf(file).matchAll(/^#+ (.+)$/gmu)].map(([, words = '']) => anchorOf(words))
      expect(headings).toContain(anchor)
    }
  })

  test('calls everything in bold as the window does', () => {
    const said = new Set(Object.values<string>(en).map((words) => words.replace(/…$/u, '')))
    const bold = [...text.replaceAll('\n', ' ').matchAll(/\*\*([^*]+)\*\*/gu)].map(([, words = '']) => words)
    expect(bold.filter((words) => !said.has(words.replace(/…$/u, '')))).toEqual([])
  })

  test('names no place on the computer it was written on', () => {
    expect(text).not.toMatch(/\/(?:work|tmp|root|home)\//u)
  })
})

test('the pictures are used, and small', () => {
  const pictures = readdirSync(join(folder, 'pictures'))
  const all = files.map((name) => textOf(join(folder, name))).join('')
  expect(pictures.filter((picture) => !all.includes(`pictures/${picture}`))).toEqual([])
  const bytes = pictures.map((picture) => statSync(join(folder, 'pictures', picture)).size)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_500_000)
})

test('as pages: one h1 each, every link and picture inside, no script and no style of its own', () => {
  const names = new Set(html.map(({ name }) => `${name}.html`))
  expect(new Set(html.map(({ title }) => title)).size).toBe(html.length)
  for (const { html: page, title } of html) {
    expect(page.match(/<h1[ >]/gu)).toHaveLength(1)
    expect(page).toContain(`<title>${title} · Palimpsest</title>`)
    expect(page).not.toMatch(/<script|<style| style=| on\w+=/u)
    const inside = [...page.matchAll(/(?:href|src)="([^"#]+)/gu)]
      .map(([, address = '']) => address)
      .filter((address) => !/^(?:https?:|pictures\/|guide\.css)/u.test(address))
    expect(inside.filter((address) => !names.has(address))).toEqual([])
  }
})

test('what the guide is written in becomes HTML, and everything else text', () => {
  const link = (address: string): string => address
  expect(toHtml('# A `<b>`\n\nOne **two**\n_three_ <i>\n', link)).toBe(
    '<h1 id="a-b">A <code>&lt;b&gt;</code></h1>\n<p>One <strong>two</strong> <em>three</em> &lt;i&gt;</p>'
  )
  expect(toHtml('- a\n  b\n- [c](d.md)\n\n```\n<x>\n```', link)).toBe(
    '<ul>\n<li>a b</li>\n<li><a href="d.md">c</a></li>\n</ul>\n<pre tabindex="0"><code>&lt;x&gt;</code></pre>'
  )
  expect(toHtml('cron \\*/15 a_b_c', link)).toBe('<p>cron &#42;/15 a_b_c</p>')
  expect(toHtml('| a | b |\n| - | - |\n| c | `d` |', link)).toContain('<tr><td>c</td><td><code>d</code></td></tr>')
})
