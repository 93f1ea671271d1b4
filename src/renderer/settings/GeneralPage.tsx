import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { Background, Theme } from '../../contract/shell.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { keys } from '../app/queries.ts'
import { TextError } from '../compare/TextError.tsx'
import { Switch } from './Fields.tsx'

/** The look of the window, and whether checks go on without one. */
export function GeneralPage() {
  return (
    <>
      <Appearance />
      <InBackground />
    </>
  )
}

const themes: readonly (readonly [Theme['source'], string])[] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['system', 'System']
]

function Appearance() {
  const name = useId()
  const queries = useQueryClient()
  const theme = useQuery({
    queryKey: keys.theme,
    queryFn: () => valueOf(window.palimpsest.shell.theme({})),
    staleTime: 0
  })
  const choose = async (source: Theme['source']) => {
    queries.setQueryData(keys.theme, await valueOf(window.palimpsest.shell.setTheme({ source })))
  }
  return (
    <fieldset className="setting" aria-label="Appearance">
      <span aria-hidden="true">Appearance</span>
      <div className="segmented segmented-radio">
        {themes.map(([source, label]) => (
          <label key={source}>
            <input
              type="radio"
              name={name}
              checked={theme.data?.source === source}
              onChange={() => void choose(source)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function InBackground() {
  const queries = useQueryClient()
  const { tellFailure } = useActs()
  const background = useQuery({
    queryKey: keys.background,
    queryFn: () => valueOf(window.palimpsest.shell.background({})),
    staleTime: 0
  })
  const { data, error } = background
  if (error !== null) return <TextError error={error} onRetry={() => void background.refetch()} inline />
  if (data === undefined) return null
  const set = async (some: Partial<Pick<Background, 'tray' | 'login'>>) => {
    const { tray, login } = { ...data, ...some }
    queries.setQueryData(keys.background, await valueOf(window.palimpsest.shell.setBackground({ tray, login })))
  }
  return (
    <>
      <Switch
        label="Keep checking when the window is closed"
        help="Palimpsest stays as an icon in the tray, or the menu bar."
        on={data.tray}
        onChange={(tray) => void set({ tray }).catch(tellFailure)}
      />
      <Switch
        label="Open at login"
        help={
          data.loginSupported
            ? 'Starts with the computer; without a window where checks go on in the background.'
            : 'This installation cannot be started at login.'
        }
        disabled={!data.loginSupported}
        on={data.login}
        onChange={(login) => void set({ login }).catch(tellFailure)}
      />
    </>
  )
}
