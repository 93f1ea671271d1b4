import { filterKinds, listSorts, usualChoice, type ListChoice, type ListKey } from '../../contract/lists.ts'
import { listId } from '../app/place.ts'
import { readStored, writeStored } from '../ui/stored.ts'

/** What a list shows and in which order: as the reader chose it when it was last open. */
export function choiceOf(list: ListKey): ListChoice {
  return readStored(`list.${listId(list)}`, usualChoice(list), isChoice)
}

export function rememberChoice(list: ListKey, choice: ListChoice): void {
  writeStored(`list.${listId(list)}`, choice)
}

/** Whether a list shows everything it has by its rule. */
export function isUnfiltered(list: ListKey, { filter }: ListChoice): boolean {
  const usual = usualChoice(list).filter
  const { hideMinor, silent, kind, source } = filter
  return hideMinor === usual.hideMinor && !silent && kind === null && source === null
}

export const isUsual = (list: ListKey, choice: ListChoice): boolean =>
  isUnfiltered(list, choice) && choice.sort === 'changed'

function isChoice(value: unknown): value is ListChoice {
  if (typeof value !== 'object' || value === null || !('filter' in value) || !('sort' in value)) return false
  const { filter, sort } = value
  if (!listSorts.some((one) => one === sort) || typeof filter !== 'object' || filter === null) return false
  if (!('hideMinor' in filter && 'silent' in filter && 'kind' in filter && 'source' in filter)) return false
  if (typeof filter.hideMinor !== 'boolean' || typeof filter.silent !== 'boolean') return false
  if (filter.kind !== null && !filterKinds.some((kind) => kind === filter.kind)) return false
  return filter.source === null || Number.isInteger(filter.source)
}
