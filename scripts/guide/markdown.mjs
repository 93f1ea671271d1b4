/**
 * The part of Markdown that the user guide and docs/cli.md are written in, as HTML: headings, paragraphs, lists of one
 * level, tables, quoted notes, code, pictures on a line of their own, and in text links, `code`, **bold** and _italic_.
 * Everything is escaped; HTML comments are left out, and no other HTML is known.
 * @param {string} text
 * @param {(address: string) => string} linkOf what stands for an address in the text
 * @returns {string}
 */
export function toHtml(text, linkOf) {
  const source = text.replaceAll('\r', '').replace(/<!--[^]*?-->/g, '')
  const lines = source.split('\n')
  const parts = []
  while (lines.length > 0) {
    if (lines[0]?.trim() === '') lines.shift()
    else parts.push(blockOf(lines, linkOf))
  }
  return parts.join('\n')
}

/**
 * The text of the first heading of the first level, which is the title of a page.
 * @param {string} text
 * @returns {string}
 */
export function titleOf(text) {
  return (/^# (.+)$/m.exec(text)?.[1] ?? '').trim()
}

/**
 * What a heading is called in an address, as web sites that show Markdown do it.
 * @param {string} words
 * @returns {string}
 */
export function anchorOf(words) {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')
}

/** @param {string[]} lines @param {(address: string) => string} linkOf */
function blockOf(lines, linkOf) {
  const first = lines[0] ?? ''
  if (first.startsWith('```')) return codeOf(lines)
  const heading = /^(#{1,4}) (.+)$/.exec(first)
  if (heading?.[1] && heading[2]) {
    lines.shift()
    const level = heading[1].length
    return `<h${level} id="${anchorOf(heading[2])}">${inline(heading[2], linkOf)}</h${level}>`
  }
  if (first.startsWith('|')) return tableOf(taken(lines, /^\|/), linkOf)
  if (first.startsWith('> ')) return `<aside><p>${inline(taken(lines, /^> /, 2).join(' '), linkOf)}</p></aside>`
  if (listItem.test(first)) return listOf(lines, linkOf)
  const picture = /^!\[(.+)\]\((.+)\)$/.exec(first)
  if (picture?.[1] && picture[2]) {
    lines.shift()
    return `<p class="picture"><img src="${escape(linkOf(picture[2]))}" alt="${escape(picture[1])}"></p>`
  }
  return `<p>${inline(taken(lines, /^(?!```|\||> |#{1,4} )\S/).join(' '), linkOf)}</p>`
}

const listItem = /^(?:[-*]|\d+\.) +/

/**
 * Takes lines off the front as long as they fit; always one at least, so that reading comes to an end.
 * @param {string[]} lines @param {RegExp} fitting @param {number} cut letters to leave out of each
 */
function taken(lines, fitting, cut = 0) {
  const found = []
  do found.push((lines.shift() ?? '').slice(cut).trim())
  while (lines.length > 0 && fitting.test(lines[0] ?? ''))
  return found
}

/** @param {string[]} lines */
function codeOf(lines) {
  lines.shift()
  const end = lines.indexOf('```')
  const code = lines.splice(0, end < 0 ? lines.length : end)
  lines.shift()
  // Code may be wider than the page: it can be scrolled with the keyboard too.
  return `<pre tabindex="0"><code>${escape(code.join('\n'))}</code></pre>`
}

/** @param {string[]} lines @param {(address: string) => string} linkOf */
function listOf(lines, linkOf) {
  const tag = /^\d/.test(lines[0] ?? '') ? 'ol' : 'ul'
  const items = []
  while (listItem.test(lines[0] ?? '')) {
    lines[0] = (lines[0] ?? '').replace(listItem, '')
    items.push(`<li>${inline(taken(lines, /^ +\S/).join(' '), linkOf)}</li>`)
  }
  return `<${tag}>\n${items.join('\n')}\n</${tag}>`
}

/** @param {string[]} rows @param {(address: string) => string} linkOf */
function tableOf(rows, linkOf) {
  const [head = '', , ...body] = rows
  /** @param {string} row @param {string} tag */
  const cells = (row, tag) =>
    row
      .slice(1, row.lastIndexOf('|'))
      .split(/(?<!\\)\|/)
      .map((cell) => `<${tag}>${inline(cell.trim(), linkOf)}</${tag}>`)
      .join('')
  const lines = body.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')
  const table = `<table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>\n${lines}\n</tbody></table>`
  return `<div class="table" tabindex="0" role="group" aria-label="Table">${table}</div>`
}

/** @param {string} text @param {(address: string) => string} linkOf */
function inline(text, linkOf) {
  const pieces = text.split(/(`[^`]+`)/)
  return pieces
    .map((piece, at) => (at % 2 === 1 ? `<code>${escape(piece.slice(1, -1))}</code>` : marked(piece, linkOf)))
    .join('')
}

/** @param {string} text @param {(address: string) => string} linkOf */
function marked(text, linkOf) {
  return escape(text.replace(/\\(.)/g, (_all, sign) => `&#${String(sign).codePointAt(0)};`))
    .replace(/&amp;#(\d+);/g, '&#$1;')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_all, words, address) => `<a href="${linkOf(address)}">${words}</a>`)
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\p{L}\p{N}_])_([^_]+)_(?![\p{L}\p{N}_])/gu, '<em>$1</em>')
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
