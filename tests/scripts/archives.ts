import { crc32, deflateRawSync, gzipSync } from 'node:zlib'

/** A .tgz of these files, as npm packs one. */
export function tgzOf(files: Record<string, string | Buffer>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const body = Buffer.from(content)
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write(body.length.toString(8).padStart(11, '0'), 124)
    return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]
  })
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]))
}

export interface ZipFile {
  readonly name: string
  readonly body: string
  readonly mode?: number
  readonly stored?: boolean
  /** A wrong length, as of a damaged archive. */
  readonly claims?: number
}

/** A .zip of these files, with Unix modes. */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const data = file.stored ? Buffer.from(file.body) : deflateRawSync(file.body)
    const shared = sharedFields(file, file.body === '' ? Buffer.alloc(0) : data)
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      shared,
      Buffer.from(file.name),
      file.body ? data : Buffer.alloc(0)
    ])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(((file.mode ?? 0o100644) << 16) >>> 0, 6)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), shared, place, Buffer.from(file.name)]))
    locals.push(local)
    offset += local.length
  }
  return Buffer.concat([...locals, ...directory, endOf(files.length, Buffer.concat(directory).length, offset)])
}

/** The 26 bytes that a file's local header and its entry in the directory have in common. */
function sharedFields(file: ZipFile, data: Buffer): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(file.stored || data.length === 0 ? 0 : 8, 4)
  fields.writeUInt32LE(crc32(file.body), 10)
  fields.writeUInt32LE(data.length, 14)
  fields.writeUInt32LE(file.claims ?? Buffer.byteLength(file.body), 18)
  fields.writeUInt16LE(Buffer.byteLength(file.name), 22)
  return fields
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
