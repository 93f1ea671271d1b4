import { attribute, elementsUnder, type Element } from '../tree.ts'

/** Whether an element says of itself that it is not shown. */
export function isHidden(element: Element): boolean {
  if (element.tagName === 'noscript') return true
  if (element.attrs.length === 0) return false
  const hidden = attribute(element, 'hidden')
  if (hidden !== null && hidden !== 'until-found') return true
  if (element.tagName === 'dialog' && attribute(element, 'open') === null) return true
  const style = attribute(element, 'style')
  if (style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style.slice(0, 2000)))
    return true
  return attribute(element, 'aria-hidden') === 'true' && !holdsText(element)
}

/** Pages mark whole articles as hidden to screen readers while a dialog is open: prose under it is shown all the same. */
function holdsText(element: Element): boolean {
  let seen = 0
  for (const { tagName } of elementsUnder(element)) {
    if (tagName === 'p') return true
    if (++seen > 200) return true
  }
  return false
}
