import { utimesSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileOf, foundIn, library, now, pageOf, wall } from './found-in.ts'
import { zipOf } from './zip-of.ts'

const url = 'https://paper.example/news/wall'
const page = pageOf('Council to move 40 households', ...wall)
const singleFile = (...lines: readonly string[]): string =>
  page.replace('<html lang="en">', `<html lang="en"><!--\n Page saved with SingleFile \n ${lines.join(' \n ')} \n-->`)
const date = 'Mon Jan 01 2024 12:00:00 GMT+0100 (Central European Standard Time)'

test('a page of SingleFile is a state of the article at its address, at the time it was saved', async () => {
  const { format, states, refused } = await foundIn(
    fileOf('page.html', singleFile(`url: ${url}`, `saved date: ${date}`))
  )
  expect([format, refused]).toEqual(['html/1', []])
  expect(states).toMatchObject([{ url, at: '2024-01-01T11:00:00.000Z', status: null, original: { time: date } }])
  expect(states[0]!.received).toMatchObject({ extractor: 'palimpsest-page/1' })
})

test.each([
  ['the mark of a browser', page.replace('<html', `<!-- saved from url=(0029)${url} -->\n<html`)],
  ['its canonical link', page.replace('<head>', `<head><link href='${url}' rel=canonical>`)],
  ['the comment of the older SingleFile', singleFile(`url: ${url}`).replace('Page saved with', 'Archive processed by')]
])('an address from %s', async (_, html) => {
  const path = fileOf('wall 2024-02-03.html', html)
  expect((await foundIn(path)).states).toMatchObject([{ url, at: '2024-02-03T00:00:00.000Z' }])
})

test('a page that names no address joins others by its words', async () => {
  const [old, young] = [
    fileOf('wall.html', page),
    fileOf('wall.html', pageOf('Council to move 60 households', ...wall))
  ]
  utimesSync(old, now, new Date('2024-01-01T00:00:00Z'))
  utimesSync(young, now, new Date('2024-01-02T00:00:00Z'))
  const { importFiles, close } = library()
  expect(await importFiles({ paths: [young, old] })).toMatchObject({ newArticles: 1, newRevisions: 2, refused: [] })
  expect(await importFiles({ paths: [young, old] })).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 2 })
  close()
})

test.each([
  ['UTF-16', Buffer.from(`\uFEFF${page}`, 'utf16le')],
  [
    'XHTML',
    `<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">\n${page.slice(15)}`
  ]
])('a page in %s', async (_, bytes) => {
  const { format, loose } = await foundIn(fileOf('noname', bytes))
  expect([format, loose[0]?.content.blocks[0]?.text]).toEqual(['html/1', 'Council to move 40 households'])
})

test('a page that SingleFile packed behind another', async () => {
  const zip = await zipOf({ 'index.html': singleFile(`url: ${url}`, `saved date: ${date}`), 'images/0.png': 'PNG' })
  const { format, states } = await foundIn(fileOf('page.zip', zip))
  expect([format, states[0]?.url]).toEqual(['html/1', url])
})

test.each([
  ['a page without an article', '<!doctype html><title>Start</title><body><a href="/a">A</a>', 'no-article'],
  ['a page too long', Buffer.concat([Buffer.from('<!doctype html>'), Buffer.alloc(20_000_001, 'a ')]), 'too-large'],
  ['a page that is cut in its first comment', '<!doctype html><!-- Page saved with', 'no-article']
])('%s is refused', async (_, bytes, code) => {
  expect((await foundIn(fileOf('page.html', bytes))).refused).toEqual([expect.stringMatching(`^${code}`)])
})

test('a text that speaks of HTML is a text', async () => {
  const text = `Markup for the many\n\n${wall[0]}\n\nA page begins with <html> and <!doctype html>.`
  expect((await foundIn(fileOf('text.txt', text))).format).toBe('plain-text/1')
})

const mhtml = (part: readonly string[], body: string): string =>
  [
    'From: <Saved by Blink>',
    `Snapshot-Content-Location: ${url}`,
    'Subject: =?utf-8?Q?Council=20to=20move?=',
    'Date: Mon, 1 Jan 2024 11:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b----"',
    '',
    '',
    '------b----',
    ...part,
    '',
    body,
    '------b----',
    'Content-Type: image/png',
    '',
    'PNG',
    '------b------',
    ''
  ].join('\r\n')

/** Quoted-printable as Chromium writes it. */
const quoted = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte)
    )
    .join('')
    .replace(/(.{60})(?!$)/g, '$1=\r\n')

const accented = page.replace('the council says', 'the Café says')

test.each([
  ['quoted-printable', ['Content-Type: text/html', 'Content-Transfer-Encoding: quoted-printable'], quoted(accented)],
  [
    'base64',
    ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64'],
    Buffer.from(accented).toString('base64')
  ],
  [
    'a charset of its own',
    ['Content-Type: text/html; charset="windows-1252"', 'Content-Transfer-Encoding: base64'],
    Buffer.from(accented.replace('<meta charset="utf-8">', ''), 'latin1').toString('base64')
  ]
])('MHTML with its page in %s', async (_, part, body) => {
  const { format, states, refused } = await foundIn(fileOf('page.mht', mhtml(part, body)))
  expect([format, refused]).toEqual(['mhtml/1', []])
  expect(states).toMatchObject([{ url, at: '2024-01-01T11:00:00.000Z' }])
  expect(states[0]!.content!.blocks.at(-1)!.text).toContain('the Café says')
})

test('MHTML that ends inside of its page is refused, and the same file twice adds nothing', async () => {
  const whole = mhtml(['Content-Type: text/html', 'Content-Transfer-Encoding: quoted-printable'], quoted(page))
  const { refused } = await foundIn(fileOf('page.mhtml', whole.slice(0, whole.indexOf('Work is due'))))
  expect(refused).toEqual(['truncated inside of a part'])
  const { importFiles, close } = library()
  const paths = [fileOf('page.mhtml', whole)]
  expect(await importFiles({ paths })).toMatchObject({ newArticles: 1, newRevisions: 1 })
  expect(await importFiles({ paths })).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 1 })
  close()
})
