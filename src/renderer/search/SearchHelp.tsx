import { CircleQuestionMark } from 'lucide-react'
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { t } from '../../catalogue/words.ts'
import { IconButton } from '../ui/IconButton.tsx'

const rows = ['phrase', 'star', 'removed', 'added', 'headline', 'current'] as const

/** What can be typed, in a few lines. */
export function SearchHelp() {
  return (
    <DialogTrigger>
      <IconButton icon={CircleQuestionMark} label={t('search.help')} />
      <Popover className="popover search-help" data-overlay="popover" offset={8} placement="bottom end">
        <Dialog>
          <Heading slot="title" level={2}>
            {t('search.help')}
          </Heading>
          <p>{t('search.help.words')}</p>
          <dl>
            {rows.map((row) => (
              <div key={row}>
                <dt>
                  <code>{t(`search.help.${row}.example`)}</code>
                </dt>
                <dd>{t(`search.help.${row}`)}</dd>
              </div>
            ))}
          </dl>
          <p>{t('search.help.fold')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
