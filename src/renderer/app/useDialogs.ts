import { useState } from 'react'
import { useAction } from './actions.ts'
import { useImports } from './ImportContext.tsx'

export type OpenDialog = 'add' | 'about' | 'updates' | 'shortcuts' | 'storage' | null

/** Which dialog is open, and the actions that open one. */
export function useDialogs() {
  const [open, setOpen] = useState<OpenDialog>(null)
  const { chooseFiles, chooseFolder } = useImports()
  useAction('add', () => setOpen('add'))
  useAction('about', () => setOpen('about'))
  useAction('updates', () => setOpen('updates'))
  useAction('storage', () => setOpen('storage'))
  useAction('shortcuts', () => setOpen('shortcuts'))
  useAction('open-file', () => void chooseFiles())
  useAction('open-folder', () => void chooseFolder())
  return { open, setOpen, close: () => setOpen(null) }
}
