import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FileRefusal, readTextFile } from '../../src/library/exchange/read-file.ts'

const dir = mkdtempSync(join(tmpdir(), 'palimpsest-read-'))
const file = (name: string, body: string | Uint8Array): string => {
  writeFileSync(join(dir, name), body)
  return join(dir, name)
}
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const swapped = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
const windows1251 = Buffer.from(
  'cce0ebfcf7e8ea20ede0f8e5eb20f120eaeeefe5e9eae02e20cfeef2eeec20eeed20f3f8e5eb20e4eeeceee92e',
  'hex'
)

test.each([
  ['UTF-8', 'Größe: 40 % – “ja”', 'Größe: 40 % – “ja”'],
  ['UTF-8 with a byte order mark', '\uFEFFTitle', 'Title'],
  ['UTF-16, little end first', Buffer.from('\uFEFFΤίτλος', 'utf16le'), 'Τίτλος'],
  ['UTF-16, big end first', swapped('Τίτλος'), 'Τίτλος'],
  [
    'Western European',
    latin1('Le café de la gare a fermé ses portes après l’été'.replace('’', "'")),
    "Le café de la gare a fermé ses portes après l'été"
  ],
  ['Cyrillic', windows1251, 'Мальчик нашел с копейка. Потом он ушел домой.']
])('reads %s', async (name, body, text) => {
  await expect(readTextFile(file(`${name}.txt`, body))).resolves.toMatchObject({ text })
})

const pipe = join(dir, 'pipe')
if (process.platform !== 'win32') execFileSync('mkfifo', [pipe])
const huge = file('huge.txt', '')
truncateSync(huge, 200_000_000)
const folder = join(dir, 'folder')
mkdirSync(folder)
const dangling = join(dir, 'dangling')
symlinkSync(join(dir, 'nowhere'), dangling)

test.each([
  ['nothing there', join(dir, 'none.txt'), 'missing'],
  ['empty', file('empty.txt', ''), 'empty'],
  ['white space alone', file('blank.txt', ' \n\t\n'), 'empty'],
  ['a picture', file('picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), 'binary'],
  ['random bytes', file('noise.bin', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))), 'binary'],
  ['200 MB', huge, 'too-large'],
  ['a folder', folder, 'folder'],
  ['a link that leads nowhere', dangling, 'unreadable'],
  ['a pipe, which would never end', pipe, 'unreadable']
])('refuses %s', async (_name, path, code) => {
  const error = await readTextFile(path).catch((refusal: unknown) => refusal)
  expect(error).toBeInstanceOf(FileRefusal)
  expect(error).toMatchObject({ code })
})
