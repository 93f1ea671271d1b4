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
import type { Tracking } from '../../contract/tracking.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
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
  const rules = action(FilterX, t('noise.rules'), () => showRules(article.id))
  const ofWeb = article.url === null ? [] : [...(tracking === undefined ? [] : ofChecks(tracking)), ...ofPage]
  const actions = [...ofWeb, rules]
  const note = tracking === undefined ? null : scheduleWords(tracking, now)
  return <ActionMenu label="Article actions" icon={Ellipsis} actions={actions} note={note} />
}

const action = (icon: LucideIcon, label: string, act: () => void): Action => ({ key: label, icon, label, act })

function useCheckActions(): (tracking: Tracking) => readonly Action[] {
  const { checkNow, setPace, setReading, backfill, cancelBackfill } = useChecking()
  return ({ article, pace, reading, backfill: past }) => {
    const to = (next: Tracking['pace']) => () => setPace(article, pace, next)
    return [
      action(RefreshCw, 'Check now', () => checkNow(article)),
      ...(pace === 'more' ? [] : [action(Rabbit, 'Check more often', to('more'))]),
      ...(pace === 'usual'
        ? []
        : [action(CirclePlay, pace === 'paused' ? 'Check again' : 'Check as usual', to('usual'))]),
      ...(pace === 'less' || pace === 'paused' ? [] : [action(Turtle, 'Check less often', to('less'))]),
      ...(pace === 'paused' ? [] : [action(CirclePause, 'Stop checking', to('paused'))]),
      reading === 'browser'
        ? action(Globe, 'Read without a browser', () => setReading(article, 'auto'))
        : action(Globe, 'Read with a browser', () => setReading(article, 'browser')),
      past?.running === true
        ? action(ArchiveX, 'Stop asking the archive', () => cancelBackfill(article))
        : action(Archive, 'Ask an archive for its past', () => backfill(article))
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
          action(FileMinus, 'What was left out', () =>
            show({ kind: 'left-out', capture: capture.id, version: revision.label })
          )
        ]),
    action(ListTree, 'Activity of this article', () => show({ kind: 'activity', article: article.id }))
  ]
}
