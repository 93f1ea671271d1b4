import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { t, tell } from '../../catalogue/words.ts'
import type { Theme } from '../../contract/shell.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { keys } from '../app/queries.ts'
import { useScreenReader } from '../app/useScreenReader.ts'
import { Menu } from '../ui/Menu.tsx'
import { changeColours, readingRange, spokenMarks, useReadingPreferences, type Typeface } from '../ui/reading.ts'
import { Amount } from './Amount.tsx'
import { Choices } from './Choices.tsx'
import { Switch } from './Fields.tsx'
import { typefacesHere } from './typefaces.ts'

/** How articles and their changes look, with a line to see it on. */
export function ReadingPage() {
  const [reading, set] = useReadingPreferences()
  const [size, measure] = [readingRange.textSize, readingRange.measure]
  return (
    <>
      <Appearance />
      <Amount
        label={t('settings.textSize')}
        value={reading.textSize}
        {...{ least: size[0], most: size[1] }}
        words={t('settings.textSize.value', { n: reading.textSize })}
        onValue={(textSize) => set({ textSize })}
      />
      <Amount
        label={t('settings.measure')}
        value={reading.measure}
        {...{ least: measure[0], most: measure[1] }}
        words={t('settings.measure.value', { n: reading.measure })}
        onValue={(chosen) => set({ measure: chosen })}
      />
      <Typefaces chosen={reading.typeface} onChoose={(typeface) => set({ typeface })} />
      <Choices
        label={t('settings.colours')}
        value={reading.changeColours}
        choices={changeColours.map((one) => [one, t(`settings.colours.${one}`)] as const)}
        onChoose={(chosen) => set({ changeColours: chosen })}
      />
      <Sample />
      <Switch label={t('settings.hideMinor')} on={reading.hideMinor} onChange={(hideMinor) => set({ hideMinor })} />
      <Switch
        label={t('settings.strike')}
        on={reading.strikeParagraphs}
        onChange={(strikeParagraphs) => set({ strikeParagraphs })}
      />
      <Switch
        label={t('settings.context')}
        help={t('settings.context.help')}
        on={reading.context}
        onChange={(context) => set({ context })}
      />
      <Spoken />
    </>
  )
}

const themes: readonly Theme['source'][] = ['light', 'dark', 'system']

function Appearance() {
  const queries = useQueryClient()
  const { tellFailure } = useActs()
  const theme = useQuery({
    queryKey: keys.theme,
    queryFn: () => valueOf(window.palimpsest.shell.theme({})),
    staleTime: 0
  })
  const choose = async (source: Theme['source']) => {
    queries.setQueryData(keys.theme, await valueOf(window.palimpsest.shell.setTheme({ source })))
  }
  return (
    <Choices
      label={t('settings.appearance')}
      value={theme.data?.source ?? 'system'}
      choices={themes.map((source) => [source, t(`settings.appearance.${source}`)] as const)}
      onChoose={(source) => void choose(source).catch(tellFailure)}
    />
  )
}

interface TypefaceProps {
  readonly chosen: Typeface
  readonly onChoose: (typeface: Typeface) => void
}

function Typefaces({ chosen, onChoose }: TypefaceProps) {
  const here = useMemo(() => typefacesHere(), [])
  return (
    <div className="setting">
      <span aria-hidden="true">{t('settings.typeface')}</span>
      <div>
        <Menu
          label={t('settings.typeface')}
          className="pick-field"
          current={chosen}
          choices={here.map((face) => ({
            key: face,
            text: t(`settings.typeface.${face}`),
            content: <span data-typeface={face}>{t(`settings.typeface.${face}`)}</span>
          }))}
          onChoose={(key) => onChoose(here.find((face) => face === key) ?? chosen)}
        >
          <span className="grow">{t(`settings.typeface.${chosen}`)}</span>
        </Menu>
      </div>
    </div>
  )
}

const removed = (words: ReactNode) => <del key="del">{words}</del>
const added = (words: ReactNode) => <ins key="ins">{words}</ins>

/** A sentence with a change in it, as an article would show it. */
function Sample() {
  return <p className="settings-sample">{tell('settings.sample', { del: removed, ins: added })}</p>
}

function Spoken() {
  const [{ spokenMarks: chosen }, set] = useReadingPreferences()
  const runs = useScreenReader()
  return (
    <Choices
      label={t('settings.spoken')}
      help={t(runs ? 'settings.spoken.runs' : 'settings.spoken.none')}
      value={chosen}
      choices={spokenMarks.map((one) => [one, t(`settings.spoken.${one}`)] as const)}
      onChoose={(next) => set({ spokenMarks: next })}
    />
  )
}
