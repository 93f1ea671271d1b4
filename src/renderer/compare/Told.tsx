import { createElement, Fragment, type ReactElement, type ReactNode } from 'react'
import { tell, type Key, type Parts } from '../../catalogue/words.ts'

interface Props {
  readonly say: Key
  readonly with: Parts<ReactElement>
}

/** A message with elements in it: those given by name, and bold words. */
export function Told({ say, with: parts }: Props): ReactNode {
  const bold = (inside: (string | ReactElement)[]) => createElement('b', null, ...inside)
  return createElement(Fragment, null, ...tell<ReactElement>(say, { b: bold, ...parts }))
}
