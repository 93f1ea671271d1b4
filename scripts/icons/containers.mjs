/** @typedef {{ readonly size: number, readonly png: Buffer }} Image */

/** What Windows shows somewhere. */
const inIco = [16, 32, 48, 64, 128, 256]
/** The kinds of .icns that hold a PNG, by its pixels: most of them for screens of double density. */
const inIcns = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 }

/**
 * The icon of Windows: a list of images, then the images.
 * @param {readonly Image[]} images
 * @returns {Buffer}
 */
export function ico(images) {
  const chosen = inIco.map((size) => imageOf(images, size))
  const head = Buffer.alloc(6 + 16 * chosen.length)
  head.writeUInt16LE(1, 2) // an icon
  head.writeUInt16LE(chosen.length, 4)
  let at = head.length
  chosen.forEach((png, i) => {
    const entry = 6 + 16 * i
    head[entry] = head[entry + 1] = (inIco[i] ?? 0) % 256 // 0 stands for 256
    head.writeUInt16LE(1, entry + 4) // colour planes
    head.writeUInt16LE(32, entry + 6) // bits of a pixel
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += png.length
  })
  return Buffer.concat([head, ...chosen])
}

/**
 * The icon of macOS: after its own kind and length, for each image kind, length and bytes.
 * @param {readonly Image[]} images
 * @returns {Buffer}
 */
export function icns(images) {
  const parts = Object.entries(inIcns).map(([kind, size]) => part(kind, imageOf(images, size)))
  return part('icns', Buffer.concat(parts))
}

/**
 * @param {string} kind
 * @param {Buffer} bytes
 */
function part(kind, bytes) {
  const head = Buffer.alloc(8)
  head.write(kind, 'latin1')
  head.writeUInt32BE(head.length + bytes.length, 4)
  return Buffer.concat([head, bytes])
}

/**
 * @param {readonly Image[]} images
 * @param {number} size
 */
function imageOf(images, size) {
  const found = images.find((image) => image.size === size)
  if (found === undefined) throw new Error(`there is no image of ${size} pixels`)
  return found.png
}
