import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { titleOf, toHtml } from './markdown.mjs'

/** The pages of the guide in the order in which they are read; the command line's own reference comes last. */
export const pages = [
  'index',
  'install',
  'add',
  'read',
  'search',
  'export',
  'import',
  'verify',
  'privacy',
  'troubleshooting',
  'command-line'
]
const reference = 'docs/cli.md'

/**
 * Writes the guide as HTML, with its pictures and its style, to be shown by the application.
 * @param {string} root the folder of the project
 * @param {string} folder where to; emptied first
 */
export function writeGuide(root, folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { name, html } of htmlPages(root)) writeFileSync(join(folder, `${name}.html`), html)
  cpSync(join(root, 'docs/guide/pictures'), join(folder, 'pictures'), { recursive: true })
  cpSync(join(root, 'scripts/guide/guide.css'), join(folder, 'guide.css'))
}

/**
 * Every page of the guide as HTML.
 * @param {string} root
 * @returns {{ name: string, title: string, html: string }[]}
 */
export function htmlPages(root) {
  const sources = [...pages.map((name) => ({ name, file: `docs/guide/${name}.md` })), { name: 'cli', file: reference }]
  const read = sources.map(({ name, file }) => ({ name, text: readFileSync(join(root, file), 'utf8') }))
  const titles = read.map(({ name, text }) => ({ name, title: titleOf(text) }))
  return read.map(({ name, text }) => ({ name, title: titleOf(text), html: htmlPage(name, text, titles) }))
}

/** @param {string} name @param {string} text @param {{ name: string, title: string }[]} titles */
function htmlPage(name, text, titles) {
  const links = titles.map((page) => {
    const current = page.name === name ? ' aria-current="page"' : ''
    return `<li><a href="${page.name}.html"${current}>${page.title}</a></li>`
  })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${titleOf(text)} · Palimpsest</title>
<link rel="stylesheet" href="guide.css">
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<nav aria-label="Pages of the guide"><ul>
${links.join('\n')}
</ul></nav>
<main id="text" tabindex="-1">
${toHtml(text, linkOf)}
</main>
</body>
</html>
`
}

/** The pages lie in one folder as HTML; the rest of an address stays. @param {string} address */
function linkOf(address) {
  if (/^https?:/.test(address)) return address
  return address.replace(/^\.\.\//, '').replace(/\.md(?=#|$)/, '.html')
}
