import { useState } from 'react'
import { useAction } from './actions.ts'
import { useActs } from './ActsContext.tsx'
import { valueOf } from './ask.ts'
import { useImports } from './ImportContext.tsx'

export type OpenDialog = 'add' | 'about' | 'updates' | 'shortcuts' | 'storage' | null

/** Which dialog is open, and the actions that open one. */
export function useDialogs() {
  const [open, setOpen] = useState<OpenDialog>(null)
  const { chooseFiles, chooseFolder } = useImports()
  const { tellFailure } = useActs()
  useAction('add', () => setOpen('add'))
  useAction('about', () => setOpen('about'))
  useAction('updates', () => setOpen('updates'))
  useAction('storage', () => setOpen('storage'))
  useAction('shortcuts', () => setOpen('shortcuts'))
  useAction('guide', () => void valueOf(window.palimpsest.shell.showGuide({})).catch(tellFailure))
  useAction('open-file', () => void chooseFiles())
  useAction('open-folder', () => void chooseFolder())
  return { open, setOpen, close: () => setOpen(null) }
}
