import { createElement, type ReactElement } from 'react'
import {
  ArrowDown,
  ArrowUp,
  Calendar,
  Captions,
  CircleQuestionMark,
  CircleSlash,
  Dot,
  Hash,
  Heading,
  Image,
  Link,
  MessageSquareQuote,
  MessageSquareWarning,
  Merge,
  Minus,
  PencilLine,
  Plus,
  Quote,
  Replace,
  Split,
  Type,
  User,
  UserPen,
  type LucideIcon
} from 'lucide-react'
import { editKinds, type Edit, type EditKind } from '../../domain/diff/comparison.ts'
import type { Row } from './rows.ts'

const icons: Readonly<Record<EditKind, LucideIcon>> = {
  headline: Heading,
  quote: Quote,
  figure: Hash,
  negation: CircleSlash,
  hedge: CircleQuestionMark,
  name: UserPen,
  attribution: MessageSquareQuote,
  date: Calendar,
  'correction-note': MessageSquareWarning,
  removed: Minus,
  added: Plus,
  moved: ArrowUp,
  split: Split,
  merged: Merge,
  standfirst: Type,
  byline: User,
  'date-claim': Calendar,
  image: Image,
  caption: Captions,
  link: Link,
  wording: PencilLine,
  typo: Dot,
  punctuation: Dot,
  typography: Dot,
  boilerplate: Dot
}

/** The most telling kind among a row's edits; null where none is known. */
function kindOf(edits: readonly Edit[]): EditKind | null {
  return editKinds.find((kind) => edits.some(({ kinds }) => kinds[0] === kind)) ?? null
}

/** The way of a move, coming and going, else the most telling kind. */
function iconOf(row: Row, edits: readonly Edit[]): LucideIcon {
  if (row.kind === 'moved') return row.move?.direction === 'down' ? ArrowDown : ArrowUp
  if (row.kind === 'added') return Plus
  if (row.kind === 'removed') return Minus
  const kind = kindOf(edits)
  if ((kind === 'wording' || kind === 'name') && edits.some(({ reason }) => reason.startsWith('sentence replaced')))
    return Replace
  return kind === null ? PencilLine : icons[kind]
}

interface Props {
  readonly row: Row
  readonly edits: readonly Edit[]
  readonly strokeWidth: number
}

/** What stands for a row's change. */
export function KindIcon({ row, edits, strokeWidth }: Props): ReactElement {
  return createElement(iconOf(row, edits), { className: 'icon', strokeWidth, 'aria-hidden': true })
}
