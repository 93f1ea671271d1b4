import type { ComponentProps } from 'react'
import { ReadText } from '../ReadText.tsx'

export function BlameText(props: ComponentProps<typeof ReadText>) {
  return <ReadText {...props} />
}
