import { attribute, isElement, type Element } from '../tree.ts'

/** Where an element stands, as a person can follow it: `html > body > div#page > aside.related`. At most eight steps. */
export function pathOf(element: Element): string {
  const steps: string[] = []
  let at: Element | null = element
  while (at !== null && steps.length < 8) {
    steps.push(stepOf(at))
    at = isElement(at.parentNode) ? at.parentNode : null
  }
  if (at !== null) steps.push('…')
  return steps.toReversed().join(' > ')
}

function stepOf(element: Element): string {
  const id = attribute(element, 'id')
  if (id !== null && /^[\w-]{1,60}$/.test(id)) return `${element.tagName}#${id}`
  const name = attribute(element, 'class')?.slice(0, 200).trim().split(/\s+/, 1)[0] ?? ''
  return name === '' ? element.tagName : `${element.tagName}.${name}`
}
