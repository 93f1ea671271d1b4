import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { t } from '../../catalogue/words.ts'
import type { TwinPlace } from '../../contract/twins.ts'
import { useActs } from '../app/ActsContext.tsx'
import { clock } from '../ui/clock.ts'
import { changedBetween } from '../ui/time.ts'
import { useOpenTwin } from './twins.ts'

/** Says that other articles made the same edit, and leads to each. */
export function Twins({ places }: { readonly places: readonly TwinPlace[] }) {
  const openTwin = useOpenTwin()
  const { tellFailure } = useActs()
  if (places.length === 0) return null
  return (
    <DialogTrigger>
      <Button className="text-button twins-button">{t('twins.same', { n: places.length })}</Button>
      <Popover className="twins-popover" placement="bottom end" offset={8}>
        <Dialog className="twins">
          {({ close }) => (
            <>
              <Heading slot="title">{t('twins.title')}</Heading>
              <ul>
                {places.map((place) => (
                  <li key={place.article}>
                    <Button
                      className="twin"
                      onPress={() => {
                        close()
                        void openTwin(place).catch(tellFailure)
                      }}
                    >
                      <span className="twin-words">{place.headline}</span>
                      <span className="twin-place">
                        <bdi>{place.source}</bdi>, v{place.label}, {changedBetween(clock, place)}
                      </span>
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
