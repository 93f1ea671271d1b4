import { expect, test } from 'vitest'
import { filesHandedOver, filesInArguments, handOver, linkInArguments } from '../../src/main/files.ts'
import { fileFor } from '../../src/main/ui-file.ts'

test('files on a command line are made absolute, switches are never files', () => {
  const files = filesInArguments(['--standard-schemes=app', 'a.txt', '-x', '/b c.txt', './-y.txt', ''], '/home/me')
  expect(files).toEqual(['/home/me/a.txt', '/b c.txt', '/home/me/-y.txt'])
  expect(filesInArguments(['palimpsest://article/12'], '/home/me')).toEqual([])
})

test('a file may be named by its address, as some desktops do', () => {
  const addresses = ['file:///home/me/a%20b%25.txt', 'FILE://localhost/%C3%B1.txt', 'file://elsewhere/c.txt']
  const files = filesInArguments([...addresses, 'file:d.txt', 'file:///%2Fe'], '/home/me')
  const asNamed = ['/home/me/file:/elsewhere/c.txt', '/home/me/file:d.txt', '/home/me/file:/%2Fe']
  expect(files).toEqual(['/home/me/a b%.txt', '/ñ.txt', ...asNamed])
})

test('the last link on a command line is the one that is opened; no link and one that cannot be read are told apart', () => {
  expect(linkInArguments(['--no-sandbox', 'a.txt'])).toBeUndefined()
  expect(linkInArguments(['palimpsest://article/1', 'palimpsest://article/2/../3'])).toBeNull()
  const link = { named: { by: 'number', article: 12 }, versions: null }
  expect(linkInArguments(['palimpsest://article/1', '-x', 'palimpsest://article/12'])).toEqual(link)
})

test('what begins like a link is never a file, however it goes on', () => {
  const links = ['palimpsest:x', 'PALIMPSEST:///etc/passwd', 'palimpsest:../a.txt']
  expect(filesInArguments(links, '/home/me')).toEqual([])
})

test.each([
  ['files with letters of any script', handOver(['/Ünïcode 日本/a.txt', '/b']), ['/Ünïcode 日本/a.txt', '/b']],
  ['nothing', undefined, []],
  ['no list', { files: '/a.txt' }, []],
  ['no texts', { files: [1, {}] }, []],
  ['what we did not write', { files: ['/a.txt?'] }, []],
  ['too long a path', handOver(['/'.padEnd(5000, 'x')]), []]
])('what a second launch hands over: %s', (_what, data, files) => {
  expect(filesHandedOver(data)).toEqual(files)
})

test('what is handed over has no letter that Electron would lose the message by', () => {
  expect(JSON.stringify(handOver(['/Ünïcode 日本/a.txt']))).toMatch(/^[\x20-\x7e]+$/u)
})

test.each([
  ['app://ui/', '/out/index.html'],
  ['app://ui/index.html', '/out/index.html'],
  ['app://ui/assets/a.js?x#y', '/out/assets/a.js'],
  ['app://ui/..%2f..%2fetc/passwd', null],
  ['app://ui/%2e%2e/%2e%2e/etc/passwd', '/out/etc/passwd'],
  ['app://ui/a%00.html', null],
  ['app://ui/..%5c..%5cetc', null],
  ['app://ui/%zz', null],
  ['app://other/index.html', null]
])('%s stands for %s', (url, file) => {
  expect(fileFor(url, '/out')).toBe(file)
})
