import { globSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { literalTexts } from './literal-texts.ts'

const src = resolve(import.meta.dirname, '../../src')
const files = globSync('{renderer,main}/**/*.{ts,tsx}', { cwd: src }).map((file) => file.replaceAll('\\', '/'))

/** What looks like words and is none: names of keys, of things in a document, and what only a log shows. */
const noWords: Readonly<Record<string, readonly string[]>> = {
  'main/accelerator.ts': ['Super', 'Left', 'Right', 'Up', 'Down', 'Esc', 'Return', 'Plus'],
  // Written for the system, which shows it in no window of ours.
  'main/autostart.ts': [
    '[Desktop Entry]\nType=Application\nName=Palimpsest\nComment=Checks the articles you follow\nExec='
  ],
  'main/library-host.ts': ['Palimpsest library'],
  'main/render/capture-window.ts': [
    'the page ended: ',
    'the page does not respond',
    'the page takes ',
    ' MB of memory'
  ],
  'main/render/capture.ts': [
    'not shown after ',
    'nothing is shown',
    'the page went elsewhere',
    'window.print = () => undefined',
    'not a page to be shown'
  ],
  'main/render/document.ts': ['more than ', ' characters of HTML'],
  'main/shell.ts': ['Electron '],
  'main/tray.ts': ['Palimpsest'],
  'main/window.ts': ['Palimpsest'],
  'renderer/add/LinkTab.tsx': ['example.org/news/story'],
  'renderer/add/OtherTabs.tsx': ['add-error add-help'],
  'renderer/app/ActionsProvider.tsx': [
    'Space',
    'input, textarea, select, [contenteditable]',
    'button, a, summary, [role=option], [role=treeitem]'
  ],
  'renderer/app/actions.ts': ['Mac'],
  'renderer/app/keys.ts': ['Space'],
  'renderer/compare/BlockText.tsx': ['block block-'],
  'renderer/compare/useStops.ts': ['2px solid var(--ink)'],
  'renderer/main.tsx': ['Mac'],
  'renderer/search/SearchField.tsx': ['Mac', 'Ctrl F'],
  // What the comparison writes, in English, is looked at here and said in the reader's language.
  'renderer/compare/listing.ts': [' and '],
  'renderer/compare/moves.ts': ['moved down', 'wording unchanged'],
  'renderer/compare/reasons.ts': [
    'headline|standfirst|byline|date line|dateline|heading|paragraph|quote|list item|table row|caption|image|embed|correction note'
  ],
  'renderer/compare/summaryParts.ts': ['The headline changed'],
  // Words and a folder of the sample library.
  'renderer/tour/stops.ts': ['“forced out”'],
  'renderer/tour/useStop.ts': ['City desk'],
  // Names of RFC 9110, which browsers and servers write in English.
  'renderer/tracking/outcomeWords.ts': [
    'Bad Request',
    'Unauthorized',
    'Payment Required',
    'Forbidden',
    'Not Found',
    'Not Acceptable',
    'Request Timeout',
    'Gone',
    'Too Many Requests',
    'Unavailable For Legal Reasons',
    'Internal Server Error',
    'Bad Gateway',
    'Service Unavailable',
    'Gateway Timeout'
  ]
}

/** What is not in the catalogue yet; this list only becomes shorter. */
const notYet =
  /^(?:main|renderer\/(?:list|settings|timeline|verify))\/|^renderer\/(?:dialogs\/AboutDialog\.tsx|ui\/words\.ts)$/u

test.each(files.filter((file) => !notYet.test(file)))('%s has its texts from the catalogue', (file) => {
  const known = noWords[file] ?? []
  expect(literalTexts(join(src, file)).filter((text) => !known.includes(text))).toEqual([])
})

test.each(Object.keys(noWords))('what is allowed in %s is there', (file) => {
  const there = new Set(literalTexts(join(src, file)))
  expect(noWords[file]!.filter((text) => !there.has(text))).toEqual([])
})

test.each([
  ['const a = <p>Hello</p>', 'Hello'],
  ['const a = <p aria-label="Name" />', 'Name'],
  ['const a = <p title={`Older ${b} version`} />', 'Older '],
  ["const a = b ? 'Show more' : 'Less'", 'Show more'],
  ['const a = { title: "name" }', 'name'],
  ['const a = `${n} versions`', ' versions']
])('%s would be found', (source, text) => {
  const file = join(mkdtempSync(join(tmpdir(), 'palimpsest-texts-')), 'a.tsx')
  writeFileSync(file, source)
  expect(literalTexts(file)).toContain(text)
})
