import { RotateCcw } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { t } from '../../catalogue/words.ts'
import { actions, isSingleKey, keysOf, type ActionId, type Keymap } from '../../contract/actions.ts'
import { isMac } from '../app/actions.ts'
import { useAnnounce } from '../app/announce.tsx'
import { keyName } from '../app/keys.ts'
import { keyWords } from '../app/keyWords.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { isHeld, isReserved, ownerOf, withKey, withoutKey, withUsual } from './remap.ts'

interface Props {
  readonly id: ActionId
  readonly keymap: Keymap
  readonly changing: boolean
  readonly onChanging: (changing: boolean) => void
  readonly onKeymap: (keymap: Keymap) => void
}

/** One action, the keys that call it, and what gives it another. */
export function KeyRow({ id, keymap, changing, onChanging, onKeymap }: Props) {
  const change = useRef<HTMLButtonElement>(null)
  const name = t(`action.${id}`)
  const held = keysOf(id, { ...keymap, singleKeys: true }, isMac())
  const isChosen = keymap.chosen[id] !== undefined
  const ended = () => {
    onChanging(false)
    requestAnimationFrame(() => change.current?.focus())
  }
  return (
    <li className="key-row">
      <span className="grow">{name}</span>
      {changing ? (
        <Capture {...{ id, keymap, onKeymap }} onEnded={ended} />
      ) : (
        <>
          <span className="key-row-keys">
            {held.length === 0 && <span className="help">{t('settings.keys.none')}</span>}
            {held.map((key) => (
              <kbd key={key} data-off={!keymap.singleKeys && isSingleKey(key)}>
                {keyWords(key, isMac())}
              </kbd>
            ))}
          </span>
          {isChosen && (
            <IconButton
              icon={RotateCcw}
              label={t('settings.keys.usual', { action: name })}
              onPress={() => onKeymap(withUsual(keymap, id, isMac()))}
            />
          )}
          {actions[id].fixed === true ? (
            <span className="key-row-fixed">{t('settings.keys.fixed')}</span>
          ) : (
            <button
              ref={change}
              type="button"
              className="button key-row-change"
              aria-label={t('settings.keys.changeOf', { action: name })}
              onClick={() => onChanging(true)}
            >
              {t('settings.keys.change')}
            </button>
          )}
        </>
      )}
    </li>
  )
}

type CaptureProps = Pick<Props, 'id' | 'keymap' | 'onKeymap'> & { readonly onEnded: () => void }

const focused = (button: HTMLButtonElement | null) => button?.focus()

/** Waits for a key press. One that another action has is named, and taken from it only when that is wanted. */
function Capture({ id, keymap, onKeymap, onEnded }: CaptureProps) {
  const say = useAnnounce()
  const [refused, setRefused] = useState<string | null>(null)
  const [taken, setTaken] = useState<{ readonly key: string; readonly owner: ActionId } | null>(null)
  const give = (key: string) => {
    onKeymap(withKey(keymap, id, { key, mac: isMac() }))
    onEnded()
  }
  const remove = () => {
    onKeymap(withoutKey(keymap, id, isMac()))
    onEnded()
  }
  const pressed = (event: KeyboardEvent) => {
    if (isHeld(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') return onEnded()
    const key = keyName(event, isMac())
    if (key === 'Backspace') return remove()
    const owner = ownerOf(keymap, key, isMac())
    if (isReserved(key) || (owner !== null && actions[owner].fixed === true)) return refuse(key)
    if (owner === null || owner === id) return give(key)
    setTaken({ key, owner })
    say(takenWords({ key, owner }))
  }
  const refuse = (key: string) => {
    const words = t('settings.keys.reserved', { key: keyWords(key, isMac()) })
    setRefused(words)
    say(words)
  }
  if (taken !== null) {
    return (
      <span className="key-capture">
        <span>{takenWords(taken)}</span>
        <button type="button" className="button button-primary" ref={focused} onClick={() => give(taken.key)}>
          {t('settings.keys.take')}
        </button>
        <button type="button" className="button" onClick={onEnded}>
          {t('settings.keys.leave')}
        </button>
      </span>
    )
  }
  return (
    <span className="key-capture">
      {refused !== null && <span className="field-error">{refused}</span>}
      <button ref={focused} type="button" className="button key-wait" onKeyDown={pressed} onBlur={onEnded}>
        {t('settings.keys.press')}
      </button>
      <button type="button" className="button" onPointerDown={(event) => event.preventDefault()} onClick={remove}>
        {t('settings.keys.remove')}
      </button>
    </span>
  )
}

function takenWords({ key, owner }: { readonly key: string; readonly owner: ActionId }): string {
  return t('settings.keys.taken', { key: keyWords(key, isMac()), action: t(`action.${owner}`) })
}
