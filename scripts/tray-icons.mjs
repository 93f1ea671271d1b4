// node scripts/tray-icons.mjs: draws the icons for the tray into resources/tray. A page with three lines, the middle one
// struck out and written anew: a short line beside it in another colour.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { ROOT } from './run/root.mjs'

/** @typedef {readonly [red: number, green: number, blue: number]} Colour */
/** @typedef {{ readonly page: Colour | null, readonly ink: Colour, readonly fresh: Colour }} Palette */

const UNITS = 16
/** Samples along each side of a pixel, for smooth edges. */
const SAMPLES = 4

/** @type {Palette} black on nothing: macOS takes only how much of a pixel is covered, and colours it itself */
const TEMPLATE = { page: null, ink: [0, 0, 0], fresh: [0, 0, 0] }
/** @type {Palette} a page of its own, to be seen on light and dark bars */
const COLOURED = { page: [250, 248, 242], ink: [52, 56, 64], fresh: [22, 110, 190] }

const folder = join(ROOT, 'resources/tray')
mkdirSync(folder, { recursive: true })
for (const [name, palette] of /** @type {const} */ ([
  ['trayTemplate', TEMPLATE],
  ['tray', COLOURED]
])) {
  writeFileSync(join(folder, `${name}.png`), png(draw(UNITS, palette), UNITS))
  writeFileSync(join(folder, `${name}@2x.png`), png(draw(UNITS * 2, palette), UNITS * 2))
}

/**
 * What stands at a point, in units of a sixteenth of the icon.
 * @param {number} x
 * @param {number} y
 * @param {Palette} palette
 * @returns {Colour | null}
 */
function at(x, y, { page, ink, fresh }) {
  /** @param {number} left @param {number} top @param {number} right @param {number} bottom */
  const within = (left, top, right, bottom) => x >= left && x < right && y >= top && y < bottom
  if (!within(2, 1, 14, 15)) return null
  if (!within(3, 2, 13, 14)) return ink
  if (within(5, 4, 11, 5) || within(5, 10, 11, 11)) return ink
  if (within(5, 7, 8, 8)) return ink
  if (within(8.5, 6.5, 11.5, 8.5)) return fresh
  return page
}

/**
 * @param {number} size
 * @param {Palette} palette
 */
function draw(size, palette) {
  const pixels = Buffer.alloc(size * size * 4)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) pixels.set(mixed(x, y, { size, palette }), (y * size + x) * 4)
  return pixels
}

/**
 * @param {number} x
 * @param {number} y
 * @param {{ size: number, palette: Palette }} image
 */
function mixed(x, y, { size, palette }) {
  const sum = [0, 0, 0, 0]
  for (let sample = 0; sample < SAMPLES ** 2; sample++) {
    const [dx, dy] = [(sample % SAMPLES) + 0.5, Math.floor(sample / SAMPLES) + 0.5]
    const colour = at(((x + dx / SAMPLES) * UNITS) / size, ((y + dy / SAMPLES) * UNITS) / size, palette)
    if (colour === null) continue
    for (const i of [0, 1, 2]) sum[i] = (sum[i] ?? 0) + (colour[i] ?? 0)
    sum[3] = (sum[3] ?? 0) + 1
  }
  const [red = 0, green = 0, blue = 0, covered = 0] = sum
  if (covered === 0) return [0, 0, 0, 0]
  return [red / covered, green / covered, blue / covered, (255 * covered) / SAMPLES ** 2].map(Math.round)
}

/**
 * A PNG (RFC 2083) of 8-bit RGBA.
 * @param {Buffer} pixels
 * @param {number} size
 */
function png(pixels, size) {
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.concat([Buffer.of(0), pixels.subarray(y * size * 4, (y + 1) * size * 4)])
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0))
  ])
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  out.set(body, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
