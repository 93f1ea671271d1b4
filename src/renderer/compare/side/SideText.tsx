import type { ComponentProps } from 'react'
import { InlineText } from '../InlineText.tsx'

export function SideText(props: ComponentProps<typeof InlineText>) {
  return <InlineText {...props} />
}
