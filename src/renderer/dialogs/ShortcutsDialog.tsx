import { use } from 'react'
import { t } from '../../catalogue/words.ts'
import { actionGroups, actionIds, actions, keysOf, type ActionId } from '../../contract/actions.ts'
import { isMac, KeymapContext } from '../app/actions.ts'
import { keyWords } from '../app/keyWords.ts'
import { Dialog } from '../ui/Dialog.tsx'

/** Every action that a key calls, with the keys that hold now. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const keymap = use(KeymapContext)
  const keys = (id: ActionId) => keysOf(id, keymap, isMac())
  return (
    <Dialog wide reads title={t('action.shortcuts')} onClose={onClose}>
      <div className="shortcuts">
        {actionGroups.map((group) => (
          <section key={group}>
            <h3>{t(`actions.${group}`)}</h3>
            <ul>
              {actionIds
                .filter((id) => actions[id].group === group && keys(id).length > 0)
                .map((id) => (
                  <li key={id}>
                    <span>{t(`action.${id}`)}</span>
                    <span>
                      {keys(id).map((key) => (
                        <kbd key={key}>{keyWords(key, isMac())}</kbd>
                      ))}
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
