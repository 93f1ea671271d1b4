/**
 * A flat .asar archive (what Electron loads an application from) of a few small text files.
 * It is a header in Chromium's pickle format (four little-endian lengths, then JSON), then the files end to end.
 * @param {Record<string, string>} files name -> text
 * @returns {Buffer}
 */
export function asar(files) {
  /** @type {Record<string, { size: number, offset: string }>} */
  const index = {}
  const bodies = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const body = Buffer.from(text)
    index[name] = { size: body.length, offset: String(offset) }
    bodies.push(body)
    offset += body.length
  }
  return Buffer.concat([header(JSON.stringify({ files: index })), ...bodies])
}

/** @param {string} text */
function header(text) {
  const json = Buffer.from(text)
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  for (const [at, length] of [4, padded + 8, padded + 4, json.length].entries()) head.writeUInt32LE(length, at * 4)
  json.copy(head, 16)
  return head
}
