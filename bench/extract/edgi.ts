// Labelled pairs: pages that changed in what they say, and pages that changed only around it.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bodyOf, textOf } from './engines.ts'
import { read } from './sets.ts'

const folder = resolve(import.meta.dirname, '../../.cache/data/b-edgi-labelled-pairs')
const pairs: readonly (readonly [before: string, after: string, changed: boolean])[] = [
  ['news-sniffer/web_pages/7984711-A.stm.html', 'news-sniffer/web_pages/7984711-B.stm.html', true],
  ['news-sniffer/web_pages/6072486-A.stm.html', 'news-sniffer/web_pages/6072486-B.stm.html', false],
  ['web-monitoring/falsepos-footer-a.html', 'web-monitoring/falsepos-footer-b.html', false],
  ['web-monitoring/falsepos-num-views-a.html', 'web-monitoring/falsepos-num-views-b.html', false],
  ['web-monitoring/falsepos-small-changes-a.html', 'web-monitoring/falsepos-small-changes-b.html', false],
  ['web-monitoring/truepos-dataset-removal-a.html', 'web-monitoring/truepos-dataset-removal-b.html', true],
  ['web-monitoring/truepos-image-removal-a.html', 'web-monitoring/truepos-image-removal-b.html', true],
  ['web-monitoring/truepos-major-changes-a.html', 'web-monitoring/truepos-major-changes-b.html', true]
]

export function measureEdgi(): void {
  if (!existsSync(folder)) return console.log('labelled pairs: b-edgi-labelled-pairs is not unpacked')
  console.log('\nlabelled pairs')
  for (const [before, after, changed] of pairs) {
    const [one, two] = [before, after].map((file) => bodyOf(read(join(folder, file)), 'https://example.org/page'))
    const said = (body: typeof one) => JSON.stringify(body!.blocks.map(({ text, src }) => [text, src]))
    const differs = said(one) !== said(two)
    const gone = textOf(one!)
      .split('\n')
      .filter((line) => !textOf(two!).includes(line))
    console.log(
      `${differs === changed ? 'right' : 'WRONG'}  ${before}: ${one!.blocks.length} and ${two!.blocks.length} blocks, ${gone.length} lines gone`
    )
  }
}
