import { useState } from 'react'
import { useImports } from './ImportContext.tsx'
import { useKeys } from './keys.ts'
import { useMenu } from './useMenu.ts'

export type OpenDialog = 'add' | 'about' | 'shortcuts' | 'storage' | null

/** Which dialog is open, and the menu commands and keys that open one. */
export function useDialogs() {
  const [open, setOpen] = useState<OpenDialog>(null)
  const { chooseFiles } = useImports()
  useMenu({
    add: () => setOpen('add'),
    about: () => setOpen('about'),
    storage: () => setOpen('storage'),
    'open-file': () => void chooseFiles()
  })
  useKeys({ '?': () => setOpen('shortcuts') })
  return { open, setOpen, close: () => setOpen(null) }
}
