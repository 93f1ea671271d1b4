import { t, type Key } from '../../catalogue/words.ts'

const names: Readonly<Record<string, Key>> = {
  'palimpsest-package': 'format.package',
  'palimpsest-history': 'format.history',
  warc: 'format.warc',
  wacz: 'format.wacz',
  html: 'format.html',
  mhtml: 'format.mhtml',
  epub: 'format.epub',
  pdf: 'format.pdf',
  markdown: 'format.markdown',
  'plain-text': 'format.text',
  opml: 'format.opml',
  'uri-list': 'format.links',
  timemap: 'format.timemap',
  git: 'format.git',
  ota: 'format.ota',
  'dated-folder': 'format.folder',
  diffengine: 'format.diffengine',
  urlwatch: 'format.urlwatch',
  webchanges: 'format.webchanges',
  newsedits: 'format.newsedits',
  newssniffer: 'format.newssniffer',
  newsdiffs: 'format.newsdiffs',
  'rmdes-newsdiff': 'format.newsdiff',
  'g0v-news-diff': 'format.g0v',
  klaxon: 'format.klaxon',
  changedetection: 'format.changedetection',
  edgi: 'format.edgi',
  'reading-list': 'format.readingList'
}

/** What a format is called; as its reader calls it where it has no name here. */
export function formatWords(format: string): string {
  const [name = format] = format.split('/')
  const key = names[name]
  return key === undefined ? name : t(key)
}

/** The programs whose readers are not called as they are. */
const programs: Readonly<Record<string, Key>> = {
  'palimpsest-page': 'program.palimpsest',
  'palimpsest-history': 'program.palimpsest',
  changedetection: 'program.changedetection',
  ota: 'program.ota',
  newsedits: 'program.newsedits',
  newssniffer: 'program.newssniffer',
  newsdiffs: 'program.newsdiffs',
  'rmdes-newsdiff': 'program.newsdiff',
  'g0v-news-diff': 'program.g0v',
  klaxon: 'program.klaxon'
}

/** The program that a text was read by, from the name of its reader. */
export function programWords(reader: string): string {
  const key = programs[reader]
  return key === undefined ? reader : t(key)
}

/** Single files in which a person keeps one article, or a list: added at once, with an undo, where nothing is to be asked. */
const plain = new Set([
  'plain-text',
  'palimpsest-history',
  'html',
  'mhtml',
  'markdown',
  'epub',
  'pdf',
  'opml',
  'uri-list'
])

export const isPlain = (format: string): boolean => plain.has(format.split('/')[0] ?? '')
