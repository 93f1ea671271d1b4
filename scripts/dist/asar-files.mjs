import { closeSync, openSync, readSync } from 'node:fs'

/** @typedef {{ readonly files?: Readonly<Record<string, Node>>, readonly unpacked?: boolean, readonly integrity?: { readonly hash: string } }} Node */
/** @typedef {{ readonly path: string, readonly isUnpacked: boolean, readonly hash: string | null }} Packed */

/**
 * The files of an .asar archive, from its header (see ../runtime/asar.mjs): those beside it included, which it lists as
 * unpacked.
 * @param {string} path
 * @returns {Packed[]}
 */
export function asarFiles(path) {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(16)
    readSync(file, head, 0, 16, 0)
    const json = Buffer.alloc(head.readUInt32LE(12))
    readSync(file, json, 0, json.length, 16)
    return below(JSON.parse(json.toString('utf8')), '')
  } finally {
    closeSync(file)
  }
}

/**
 * @param {Node} node
 * @param {string} path
 * @returns {Packed[]}
 */
function below(node, path) {
  if (node.files === undefined) {
    return [{ path, isUnpacked: node.unpacked === true, hash: node.integrity?.hash ?? null }]
  }
  return Object.entries(node.files).flatMap(([name, child]) => below(child, path === '' ? name : `${path}/${name}`))
}
