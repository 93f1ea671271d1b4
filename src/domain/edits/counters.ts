import { westernDigits } from './digits.ts'

/** What pages count about themselves, in the languages whose words are listed. */
const nouns =
  'comments?|views?|shares?|likes?|reads?|reactions?|followers?|retweets?|replies|reposts|subscribers|people (?:are )?reading(?: this)?|readers|listens|plays|claps|bookmarks|min(?:ute)?s? read|min\\.? lesezeit|min de lecture|min de lectura|' +
  'kommentare?|aufrufe|ansichten|leser|mal geteilt|gefällt mir|commentaires?|vues|partages|lectures|réactions|comentarios?|visitas|vistas|lecturas|compartidos|me gusta|comentários?|visualizações|visualizaç(?:ão|ões)|curtidas|compartilhamentos|leituras|' +
  'commenti|commento|visualizzazioni|condivisioni|letture|mi piace|reacties|weergaven|keer gedeeld|vind-ik-leuks|комментари(?:й|я|ев)|просмотр(?:а|ов)?|лайк(?:а|ов)?|репост(?:а|ов)?|коментар(?:і|ів|я)?|перегляд(?:и|ів)?|вподобань|поширень|' +
  'komentarz(?:e|y)?|wyświetleń|wyświetlenia|udostępnień|polubień|yorum|görüntülenme|görüntüleme|paylaşım|beğeni|okunma|تعليق(?:ات|ا)?|مشاهدة|مشاهدات|إعجاب|مشاركة|قراءة|بازدید|نظر|دیدگاه|پسند|תגובות|צפיות|שיתופים|לייקים|टिप्पणियां|टिप्पणी|व्यूज|बार देखा गया|शेयर|लाइक|' +
  'ครั้ง|ความคิดเห็น|แชร์|ถูกใจ|วิว|회|개의 댓글|개 댓글|조회|댓글|좋아요|공유|件のコメント|件|回再生|回視聴|回閲覧|いいね|ビュー|次阅读|次閱讀|阅读|浏览|瀏覽|评论|評論|条评论|點讚|点赞|转发|次观看|προβολές|σχόλια|κοινοποιήσεις|αναγνώσεις'
const labels =
  'comments?|views?|shares?|(?:dis)?likes?|reads?|reactions?|followers?|retweets?|shared|viewed|kommentare|aufrufe|commentaires|vues|partages|comentarios|visitas|vistas|comentários|visualizações|commenti|visualizzazioni|reacties|weergaven|просмотры|просмотров|комментарии|комментариев|лайки|коментарі|перегляди|komentarze|wyświetlenia|odsłony|yorum|yorumlar|görüntülenme|okunma|المشاهدات|مشاهدات|تعليقات|التعليقات|بازدید|تعداد بازدید|نظرات|צפיות|תגובות|व्यूज|टिप्पणियां|ผู้ชม|เข้าชม|อ่าน|ความคิดเห็น|조회수?|조회|댓글|공감|좋아요|閲覧数|再生回数|コメント|いいね|阅读量?|阅读数|浏览量?|瀏覽|评论|評論|点赞|點讚|προβολές|σχόλια|κοινοποιήσεις'
const number =
  '\\d[\\d.,\\s\\u00a0\\u202f]*(?:[km]|mil|mila|tsd\\.?|tys\\.?|тыс\\.?|тис\\.?|bin|ألف|هزار|אלף|हज़ार|हजार|लाख|พัน|หมื่น|만|천|万|萬|千|χιλ\\.?)?'
const patterns = [
  new RegExp(`^\\+?${number}\\s*(?:${nouns})$`, 'iu'),
  new RegExp(
    `^(?:${labels})\\s*[:：(]?\\s*${number}\\s*(?:times|mal|fois|veces|vezes|volte|keer|раз|разів|razy|kez|مرة|بار|פעמים|ครั้ง|회|개|回|件|次|条)?\\)?$`,
    'iu'
  ),
  new RegExp(
    `^(?:shared|viewed|read|geteilt|partagé|compartido|compartilhado|condiviso|gedeeld|यह लेख)\\s+${number}\\s*(?:times|mal|fois|veces|vezes|volte|keer|बार)?(?:\\s\\p{L}+){0,2}$`,
    'iu'
  )
]

const longest = 200

/** A line that counts readers: "12 comments", "Shares: 1,204 | 3,310 views". */
export function isCounter(text: string): boolean {
  if (text.length > longest || !/\p{Nd}/u.test(text)) return false
  const parts = westernDigits(text.trim()).split(/\s*[|·•;/]\s*|,\s+(?=\d)|(?<=\d)\s+(?=\p{L}+:)/u)
  return parts.every((part) => patterns.some((pattern) => pattern.test(part.trim().replace(/[.!]$/, ''))))
}

const change =
  '(?:[\\u25b2\\u25bc\\u2191\\u2193]\\s?\\d[\\d.,]*\\s?%?|[-+\\u2212]\\d[\\d.,]*\\s?(?:\\(?[-+\\u2212]?\\d[\\d.,]*)?%\\)?|\\([-+\\u2212]?\\d[\\d.,]*\\s?%\\))'
const quotation = new RegExp(
  `^[\\p{L}\\p{N}&./ -]{2,30}[:\\s]\\s?(?:[A-Z]{0,3}\\p{Sc}\\s?)?\\d[\\d.,\\u00a0]*(?:\\p{Sc}|\\s[A-Z]{3})?\\s+${change}$`,
  'u'
)
const rate = /^[A-Z]{3}\/[A-Z]{3}[:\s]\s?\d+[.,]\d+$/
const weather = /^[\p{L} ]{2,24}[:\s]\s?[-+\u2212]?\d{1,2}\s?\u00b0[CF]?(?: \p{L}+){0,2}$/u
const ticking =
  /^(?:live|liveticker|en direct|en vivo|ao vivo|in diretta|в прямом эфире|наживо|na żywo|canlı|مباشر|लाइव|สด|실시간|速報|直播)\s*[:|·•-]\s*(?:\d{1,2}[:.h]\d{2}|\d+ (?:new )?(?:updates?|posts?|messages?|entries))$/iu

/** Prices, rates and weather that tick beside an article: "FTSE 100 7,512.30 ▲ 0.4%". */
export function isTicker(text: string): boolean {
  if (text.length > longest || !/\p{Nd}/u.test(text)) return false
  const parts = westernDigits(text.trim()).split(/\s*[|·•]\s*/u)
  return parts.every((part) => [quotation, rate, weather, ticking].some((pattern) => pattern.test(part.trim())))
}
