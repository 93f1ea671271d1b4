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
  'main/guide/session.ts': ['text/html; charset=utf-8', 'text/css; charset=utf-8'],
  'main/library-host.ts': ['Palimpsest library'],
  'main/print.ts': ['text/html; charset=utf-8'],
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
  'main/snapshot/session.ts': ['img-src data:'],
  'renderer/add/LinkTab.tsx': ['example.org/news/story'],
  'renderer/add/OtherTabs.tsx': ['add-error add-help'],
  'renderer/app/actions.ts': ['Mac'],
  'renderer/app/keys.ts': [
    'Space',
    'input, textarea, select, [contenteditable]',
    'button, a, summary, [role=option], [role=treeitem]'
  ],
  'renderer/compare/BlockText.tsx': ['block block-'],
  'renderer/compare/useStops.ts': ['2px solid var(--ink)'],
  'renderer/dialogs/AboutDialog.tsx': ['MIT'],
  'renderer/main.tsx': ['Mac'],
  // Languages, typefaces and keys have the same names in every language.
  'renderer/settings/CheckingPage.tsx': ['you@example.org'],
  'renderer/settings/GeneralPage.tsx': ['English', 'Español'],
  'renderer/settings/remap.ts': ['Shift', 'Control', 'Alt', 'Meta', 'Fn'],
  'renderer/settings/typefaces.ts': ['Georgia', 'Handgloves 0123 & mmmwwwiii'],
  // What the comparison writes, in English, is looked at here and said in the reader's language.
  'renderer/compare/KindIcon.tsx': ['sentence replaced'],
  'renderer/compare/listing.ts': [' and '],
  'renderer/compare/moves.ts': ['moved down', 'wording unchanged'],
  'renderer/compare/reasons.ts': [
    'headline|standfirst|byline|date line|dateline|heading|paragraph|quote|list item|table row|caption|image|embed|correction note'
  ],
  'renderer/compare/summaryParts.ts': ['The headline changed'],
  'renderer/noise/ruleWords.ts': [
    'words changed',
    'standfirst replaced',
    'byline replaced',
    'date line replaced',
    'image changed',
    'caption replaced',
    'link changed',
    'typography alone',
    'a line of the page, not of the article',
    'paragraph split in 2',
    '2 paragraphs merged'
  ],
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

/** The name of the application is the same in every language. */
const name = 'Palimpsest'

test.each(files)('%s has its texts from the catalogue', (file) => {
  const known = noWords[file] ?? []
  expect(literalTexts(join(src, file)).filter((text) => text !== name && !known.includes(text))).toEqual([])
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
