import type { Key } from '../../catalogue/words.ts'
import type { FailureCode } from '../../contract/failure.ts'

/** What a reader can do about a library that cannot be opened, or no longer be written. */
export type Way = 'backups' | 'repair' | 'again' | 'read' | 'folder' | 'file' | 'usual'

export const wayNames: Readonly<Record<Way, Key>> = {
  backups: 'rescue.wayBackups',
  repair: 'rescue.wayRepair',
  again: 'rescue.wayAgain',
  read: 'rescue.wayRead',
  folder: 'rescue.wayFolder',
  file: 'rescue.wayFile',
  usual: 'rescue.wayUsual'
}

const ways: Readonly<Partial<Record<FailureCode, readonly Way[]>>> = {
  corrupt: ['backups', 'repair', 'file'],
  full: ['again', 'folder'],
  readonly: ['read', 'folder', 'again'],
  locked: ['again', 'file'],
  'disk-error': ['again', 'read', 'folder'],
  'newer-schema': ['file'],
  'older-schema': ['file'],
  'not-a-library': ['file', 'folder'],
  'library-missing': ['again', 'file'],
  'library-stopped': ['again']
}

/** The ways out of a failure, the likeliest first; from another place than the usual one there is always a way back. */
export function waysOut(code: FailureCode, isUsualPlace: boolean): readonly Way[] {
  const some = ways[code] ?? ['again', 'backups']
  return isUsualPlace ? some : [...some, 'usual']
}
