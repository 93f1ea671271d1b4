import { attribute, childrenOf, isElement, type Element } from '../tree.ts'
import type { Path } from './segment.ts'

/** Where an element stands, as a path of tags, ids, classes and places that a person can follow. */
export function pathOf(path: Path): string {
  const steps: string[] = []
  for (let at: Path | null = path; at !== null && steps.length < 12; at = at.above) steps.push(stepOf(at.element, at.above?.element))
  return steps.toReversed().join(' > ')
}

function stepOf(element: Element, parent: Element | undefined): string {
  const id = attribute(element, 'id')
  const name = attribute(element, 'class')?.split(/\s+/).find((one) => one !== '')
  const given = `${id === null ? '' : `#${id}`}${name === undefined ? '' : `.${name}`}`.slice(0, 80)
  if (given !== '' || parent === undefined) return `${element.tagName}${given}`
  const place = childrenOf(parent).filter(isElement).indexOf(element) + 1
  return place > 1 ? `${element.tagName}:nth-child(${place})` : element.tagName
}
