import type { Block, BlockKind } from '../revision.ts'
import type { EditKind } from '../diff/comparison.ts'
import { isCorrectionNote } from '../disclosure/correction-note.ts'
import { isClaim } from './claims.ts'

const nouns: Partial<Record<BlockKind, string>> = {
  'list-item': 'list item',
  'table-row': 'table row',
  'correction-note': 'correction note',
  dateline: 'date line'
}
/** Blocks whose every change carries the kind of the block. */
const ownKinds: Partial<Record<BlockKind, EditKind>> = {
  headline: 'headline',
  standfirst: 'standfirst',
  byline: 'byline',
  dateline: 'date-claim',
  caption: 'caption',
  'correction-note': 'correction-note',
  image: 'image'
}
const heads = new Set<BlockKind>(['headline', 'standfirst', 'byline', 'dateline'])

/** What a block is called in a sentence: "paragraph", "list item". */
export function blockNoun(kind: BlockKind): string {
  return nouns[kind] ?? kind
}

/** The kind that every change in such a block has; null where the words decide. */
export function ownKind(kind: BlockKind): EditKind | null {
  return ownKinds[kind] ?? null
}

/** Whether a block stands above the body. */
export function isHead(kind: BlockKind): boolean {
  return heads.has(kind)
}

const caption =
  /^(?:photo|image|picture|caption|file photo|pictured|foto|bild|imagen|imagem|immagine|afbeelding|фото|zdjęcie|fot\.|fotoğraf|صورة|الصورة|تصویر|عکس|צילום|תמונה|फ़ोटो|फोटो|तस्वीर|ภาพ|사진|写真|图|圖|照片|φωτογραφία|φωτό)(?: credit)?\s*[:：|／/]|[([|]\s?(?:photo|foto|image|picture|bild|фото|zdjęcie|fot\.|fotoğraf|写真|사진|צילום|ภาพ|图|圖|صورة|عکس|फोटो|φωτογραφία)\s*[:：/]?[^)\]]{1,60}[)\]]?\.?$/iu
const byline =
  /^(?:(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Tt]ekst:?|[Aa]ut(?:h?or[ea]?|eur):?|[Ww]ritten by|[Аа]втор:?|[Тт]екст:?|Yazan:?|Haber:?|Του|Της|Γράφ(?:ει|ουν):?)\s+\p{Lu}|(?:بقلم|كتب|كتبت|نوشته|نویسنده|מאת|लेखक|द्वारा|โดย|글|記者|记者|文|撰文|取材・文|本报记者)\s*[:：/／ ]\s*\S|[가-힣]{2,4} 기자$)/u
const picture = /^(?:!\[[^\]]*\]\([^)]*\)|\[(?:image|photo)[^\]]*\]|https?:\/\/\S+\.(?:jpe?g|png|gif|webp|avif)\S*)$/iu
const longestByline = 80
const longestLine = 300
const labelled = /^[^.!?:：]{2,50}[:：]/u

/** A correction note behind a label and a colon: those are looked for first, as few paragraphs begin so. */
export function isLabelledNote(text: string): boolean {
  return labelled.test(text) && isCorrectionNote(text)
}

/**
 * What a block is, as plain text has no marks for it: a paragraph that is a byline, a date line, a caption, a picture's address
 * or a labelled correction note by its words.
 */
export function roleOf({ kind, text }: Block): BlockKind {
  if (kind !== 'paragraph' && kind !== 'standfirst') return kind
  const line = text.trim()
  if (isLabelledNote(line)) return 'correction-note'
  if (line.length > longestLine) return kind
  if (picture.test(line)) return 'image'
  if (caption.test(line)) return 'caption'
  if (line.length <= longestByline && byline.test(line) && !/[.!?。]$/u.test(line)) return 'byline'
  return /\p{Nd}/u.test(line) && isClaim(line) ? 'dateline' : kind
}
