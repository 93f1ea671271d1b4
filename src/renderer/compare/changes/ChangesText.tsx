import type { ComponentProps } from 'react'
import { InlineText } from '../InlineText.tsx'

export function ChangesText(props: ComponentProps<typeof InlineText>) {
  return <InlineText {...props} />
}
