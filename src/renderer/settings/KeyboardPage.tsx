import { useQueryClient } from '@tanstack/react-query'
import { use, useState } from 'react'
import { t } from '../../catalogue/words.ts'
import { actionGroups, actionIds, actions, usualKeymap, type ActionId, type Keymap } from '../../contract/actions.ts'
import { isMac, KeymapContext } from '../app/actions.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { keys } from '../app/queries.ts'
import { Switch } from './Fields.tsx'
import { KeyRow } from './KeyRow.tsx'

/** Every action with the keys that call it; each can be given others, and single characters can be turned off. */
export function KeyboardPage() {
  const keymap = use(KeymapContext)
  const set = useSetKeymap()
  const [changing, setChanging] = useState<ActionId | null>(null)
  const isUsual = Object.keys(keymap.chosen).length === 0
  return (
    <>
      <Switch
        label={t('settings.singleKeys')}
        help={t('settings.singleKeys.help')}
        on={keymap.singleKeys}
        onChange={(singleKeys) => set({ ...keymap, singleKeys })}
      />
      {actionGroups.map((group) => (
        <section key={group} className="setting-part">
          <h3>{t(`actions.${group}`)}</h3>
          <ul className="key-rows">
            {actionIds
              .filter((id) => actions[id].group === group)
              .map((id) => (
                <KeyRow
                  key={id}
                  {...{ id, keymap }}
                  changing={changing === id}
                  onChanging={(on) => setChanging(on ? id : null)}
                  onKeymap={set}
                />
              ))}
          </ul>
        </section>
      ))}
      <div className="settings-buttons">
        <button
          type="button"
          className="button"
          disabled={isUsual}
          onClick={() => set({ ...usualKeymap, singleKeys: keymap.singleKeys })}
        >
          {t('settings.keys.allUsual')}
        </button>
      </div>
      {isMac() && <p className="help">{t('settings.keys.mac')}</p>}
    </>
  )
}

/** Chooses keys for the window and the menu, now and at the next start. */
function useSetKeymap(): (keymap: Keymap) => void {
  const queries = useQueryClient()
  const { tellFailure } = useActs()
  return (keymap) => {
    const chosen = Object.fromEntries(Object.entries(keymap.chosen).map(([id, list]) => [id, [...list]]))
    void valueOf(window.palimpsest.shell.setKeymap({ keymap: { ...keymap, chosen } })).then(
      (now) => queries.setQueryData(keys.keymap, now),
      tellFailure
    )
  }
}
