import { useId, useState } from 'react'
import { t } from '../../catalogue/words.ts'
import { withExtension } from './names.ts'

/** The name of a file, which follows its format until another one is typed. */
export function useFileName(base: string, extension: string) {
  const [typed, setTyped] = useState<string | null>(null)
  const name = withExtension(typed ?? base, extension)
  const settle = () => setTyped(typed === null || typed.trim() === '' ? null : withExtension(typed, extension))
  return { name, shown: typed ?? name, type: setTyped, settle }
}

export function FileName({ shown, type, settle }: Pick<ReturnType<typeof useFileName>, 'shown' | 'type' | 'settle'>) {
  const id = useId()
  return (
    <div>
      <label className="label" htmlFor={id}>
        {t('export.name')}
      </label>
      <input
        id={id}
        className="field-line"
        maxLength={180}
        dir="auto"
        value={shown}
        onChange={({ target }) => type(target.value)}
        onBlur={settle}
      />
    </div>
  )
}
