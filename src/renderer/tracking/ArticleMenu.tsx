import {
  Archive,
  ArchiveX,
  CirclePause,
  CirclePlay,
  Ellipsis,
  FileMinus,
  FilterX,
  Globe,
  ListTree,
  RefreshCw,
  Rabbit,
  Turtle,
  type LucideIcon
} from 'lucide-react'
import { t, type Key } from '../../catalogue/words.ts'
import type { Tracking } from '../../contract/tracking.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { useNoise } from '../noise/NoiseContext.tsx'
import { ActionMenu, type Action } from '../ui/ActionMenu.tsx'
import { useNow } from '../ui/useNow.ts'
import { scheduleWords } from './articleWords.ts'
import { useTracking } from './queries.ts'
import { useTrackingDialogs } from './TrackingContext.tsx'
import { useChecking } from './useChecking.ts'

interface Props {
  readonly timemap: Timemap
  /** The version that is open. */
  readonly index: number
}

/** What can be done about an article, most of it about its page on the web. */
export function ArticleMenu({ timemap, index }: Props) {
  const { article } = timemap
  const tracking = useTracking(article.url === null ? null : article.id).data
  const now = useNow()
  const ofPage = usePageActions(timemap, index)
  const ofChecks = useCheckActions()
  const { showRules } = useNoise()
  const rules = action(FilterX, 'noise.rules', () => showRules(article.id))
  const ofWeb = article.url === null ? [] : [...(tracking === undefined ? [] : ofChecks(tracking)), ...ofPage]
  const actions = [...ofWeb, rules]
  const note = tracking === undefined ? null : scheduleWords(tracking, now)
  return <ActionMenu label={t('check.actions')} icon={Ellipsis} actions={actions} note={note} />
}

const action = (icon: LucideIcon, key: Key, act: () => void): Action => ({ key, icon, label: t(key), act })

function useCheckActions(): (tracking: Tracking) => readonly Action[] {
  const { checkNow, setPace, setReading, backfill, cancelBackfill } = useChecking()
  return ({ article, pace, reading, backfill: past }) => {
    const to = (next: Tracking['pace']) => () => setPace(article, pace, next)
    return [
      action(RefreshCw, 'check.now', () => checkNow(article)),
      ...(pace === 'more' ? [] : [action(Rabbit, 'check.more', to('more'))]),
      ...(pace === 'usual' ? [] : [action(CirclePlay, pace === 'paused' ? 'check.again' : 'check.usual', to('usual'))]),
      ...(pace === 'less' || pace === 'paused' ? [] : [action(Turtle, 'check.less', to('less'))]),
      ...(pace === 'paused' ? [] : [action(CirclePause, 'check.stop', to('paused'))]),
      reading === 'browser'
        ? action(Globe, 'check.withoutBrowser', () => setReading(article, 'auto'))
        : action(Globe, 'check.withBrowser', () => setReading(article, 'browser')),
      past?.running === true
        ? action(ArchiveX, 'check.stopArchive', () => cancelBackfill(article))
        : action(Archive, 'check.askArchive', () => backfill(article))
    ]
  }
}

function usePageActions({ article, captures, revisions }: Timemap, index: number): readonly Action[] {
  const show = useTrackingDialogs()
  const revision = revisions[index]
  const capture = captures.find((one) => one.revision !== null && one.revision === revision?.id)
  return [
    ...(capture === undefined || revision === undefined
      ? []
      : [
          action(FileMinus, 'check.leftOut', () =>
            show({ kind: 'left-out', capture: capture.id, version: revision.label })
          )
        ]),
    action(ListTree, 'check.activityHere', () => show({ kind: 'activity', article: article.id }))
  ]
}
