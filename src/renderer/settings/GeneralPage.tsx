import { useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../../catalogue/words.ts'
import type { Background, Language } from '../../contract/shell.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { keys } from '../app/queries.ts'
import { TextError } from '../compare/TextError.tsx'
import { useReadingPreferences } from '../ui/reading.ts'
import { Choices } from './Choices.tsx'
import { Switch } from './Fields.tsx'
import { Update } from './Update.tsx'

/** The language of the window, and whether checks go on without one. */
export function GeneralPage() {
  const [{ tooltips }, setReading] = useReadingPreferences()
  return (
    <>
      <InLanguage />
      <InBackground />
      <InUpdates />
      <Switch
        label={t('settings.tooltips')}
        help={t('settings.tooltips.help')}
        on={tooltips}
        onChange={(on) => setReading({ tooltips: on })}
      />
    </>
  )
}

/** A language is called by its own name, whatever the one is that holds. */
const languages: Readonly<Record<Exclude<Language['choice'], 'system'>, string>> = { en: 'English', es: 'Español' }

function InLanguage() {
  const { tellFailure } = useActs()
  const language = useQuery({
    queryKey: ['language'],
    queryFn: () => valueOf(window.palimpsest.shell.language({})),
    staleTime: 0
  })
  if (language.data === undefined) return null
  return (
    <Choices
      label={t('settings.language')}
      help={t('settings.language.help')}
      value={language.data.choice}
      choices={[
        ['system', t('settings.language.system')],
        ['en', languages.en],
        ['es', languages.es]
      ]}
      onChoose={(choice) => void valueOf(window.palimpsest.shell.setLanguage({ choice })).catch(tellFailure)}
    />
  )
}

function InUpdates() {
  const queries = useQueryClient()
  const { tellFailure } = useActs()
  const { data } = useQuery({
    queryKey: ['updates'],
    queryFn: () => valueOf(window.palimpsest.shell.updates({})),
    staleTime: 0
  })
  if (data === undefined) return null
  const set = async (on: boolean) =>
    void queries.setQueryData(['updates'], await valueOf(window.palimpsest.shell.setUpdates({ on })))
  const { on, from } = data
  return (
    <>
      <Switch
        label={t('updates.setting')}
        help={from === null ? t('updates.no-address') : t('updates.setting.help', { host: from })}
        disabled={from === null}
        on={on && from !== null}
        onChange={(next) => void set(next).catch(tellFailure)}
      />
      {from !== null && <Update asks={false} />}
    </>
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
        label={t('settings.tray')}
        help={t('settings.tray.help')}
        on={data.tray}
        onChange={(tray) => void set({ tray }).catch(tellFailure)}
      />
      <Switch
        label={t('settings.login')}
        help={data.loginSupported ? t('settings.login.help') : t('settings.login.not')}
        disabled={!data.loginSupported}
        on={data.login}
        onChange={(login) => void set({ login }).catch(tellFailure)}
      />
    </>
  )
}
