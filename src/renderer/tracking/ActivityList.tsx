import { t } from '../../catalogue/words.ts'
import type { Activity } from '../../contract/tracking.ts'
import { clock } from '../ui/clock.ts'
import { exact } from '../ui/time.ts'
import { detailWords } from './detailWords.ts'
import { activityLine, outcomeLine, pillOf } from './outcomeWords.ts'

interface Props {
  readonly label: string
  readonly activities: readonly Activity[]
  /** Whether each says in a line of its own how it ended. */
  readonly whole: boolean
  readonly onOpen: (article: number) => void
}

/** What was done on the web: each with what it was, when, and how it ended. */
export function ActivityList({ label, activities, whole, onOpen }: Props) {
  return (
    <ul className="activities" aria-label={label}>
      {activities.map((activity) => (
        <Row key={activity.id} activity={activity} whole={whole} onOpen={onOpen} />
      ))}
    </ul>
  )
}

interface RowProps extends Pick<Props, 'whole' | 'onOpen'> {
  readonly activity: Activity
}

function Row({ activity, whole, onOpen }: RowProps) {
  const { article, at, title, url, outcome, status, detail } = activity
  const { text, tone } = pillOf(activity)
  const sentence = t('outcome.sentence', { line: outcomeLine(outcome, status) })
  const name = title === '' ? url : title
  return (
    <li>
      <span className="activity-words">
        {article === null ? (
          <b dir="auto">{name}</b>
        ) : (
          <button type="button" className="activity-title" dir="auto" onClick={() => onOpen(article)}>
            {name}
          </button>
        )}
        <span title={`${exact(at)}\n${url}`}>{activityLine(activity, whole ? clock.moment(at) : clock.time(at))}</span>
        {whole && (
          <span>
            {activity.version === '1' ? t('activity.first') : sentence}
            {detail !== '' && <bdi className="activity-detail"> {detailWords(detail)}</bdi>}
          </span>
        )}
      </span>
      <span className={`pill pill-${tone}`} title={sentence}>
        {text}
      </span>
    </li>
  )
}
