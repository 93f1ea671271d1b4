import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const asText = (markup: string): string => markup.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A page that is nearly all script, with next to no text, is no article. */
const plain = `<p>The harbour wall was measured at low tide in February, and again in March, by two surveyors of the council. Both
found the same: the stones at its foot have moved by the breadth of a hand since the winter. The council will say in April what is to
be done, and whether the street behind it has to be closed while it is done.</p>`

/**
 * One state of a page: its title and headline say a payload, its paragraphs say all of them; its author's markup holds them, where
 * one that swallows what follows (`<plaintext>`) swallows nothing of the article. What changes between two editions is hostile, too.
 */
function page(name: string, some: readonly string[], edition: number): string {
  const head = asText(some[edition % some.length]!.slice(0, 300))
  const paragraphs = some.map(
    (payload, i) => `<p>Paragraph ${i} of edition ${i % 2 === 0 ? edition : 0} says ${asText(payload)} and goes on.</p>`
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${head}</title>
<link rel="canonical" href="https://news.example/${name}"></head><body><article><h1>${head}</h1>
${plain}
${paragraphs.join('\n')}</article><div>${some.join('\n')}</div></body></html>`
}

/** Writes an article of each group, in two editions; answers with the names of the files. */
export function writeArticles(folder: string, prefix: string, groups: readonly (readonly string[])[]): string[] {
  mkdirSync(folder, { recursive: true })
  return groups.flatMap((some, i) =>
    [0, 1].map((edition) => {
      const name = `${prefix}-${i}-${edition}.html`
      const path = join(folder, name)
      writeFileSync(path, page(`${prefix}-${i}`, some, edition))
      utimesSync(path, 1_760_000_000 + edition * 3600, 1_760_000_000 + edition * 3600)
      return name
    })
  )
}

export const inGroups = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
