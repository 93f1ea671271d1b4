import type { Notice } from '../../contract/tracking.ts'
import type { Store } from '../store/open.ts'
import type { Recorded } from './record.ts'

export const noticesOf = (_store: Store, _article: number, _recorded: Recorded): Notice[] => []
