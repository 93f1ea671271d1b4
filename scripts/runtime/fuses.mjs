import { open, readFile } from 'node:fs/promises'

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX' // then one byte of version, one of count, one character a fuse

/**
 * Flips fuses in an Electron executable: `{ 3: true }` turns on fuse number 3.
 * @param {string} executable
 * @param {Record<number, boolean>} wanted
 * @returns {Promise<void>}
 * @throws {Error} when the file has no fuse wire, several, one of an unknown version, or not so many fuses
 */
export async function setFuses(executable, wanted) {
  const binary = await readFile(executable)
  const at = binary.indexOf(SENTINEL, 0, 'latin1')
  if (at < 0 || binary.includes(SENTINEL, at + 1, 'latin1')) throw new Error(`no single fuse wire in ${executable}`)
  const [version, count] = binary.subarray(at + SENTINEL.length)
  if (version !== 1) throw new Error(`the fuse wire of ${executable} has an unknown version`)
  const handle = await open(executable, 'r+')
  try {
    for (const [number, on] of Object.entries(wanted)) {
      if (Number(number) >= (count ?? 0)) throw new Error(`${executable} has no fuse ${number}`)
      await handle.write(on ? '1' : '0', at + SENTINEL.length + 2 + Number(number), 'latin1')
    }
  } finally {
    await handle.close()
  }
}
