import { join, normalize, sep } from 'node:path'

/** Where the window's own page lives. Nothing else is ever loaded into a window. */
export const uiOrigin = 'app://ui'

/** The file a URL of ours stands for, or null for another host or a path that leaves the folder. */
export function fileFor(url: string, folder: string): string | null {
  const { host, pathname } = new URL(url)
  if (`app://${host}` !== uiOrigin) return null
  const decoded = decode(pathname)
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null
  const file = normalize(join(folder, decoded === '/' ? 'index.html' : decoded))
  return file.startsWith(folder + sep) ? file : null
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
