import type { Segment } from './outline.ts'
import { worthOf } from './worth.ts'

/** Headings under which sites put what follows an article; each matches a whole block, in many languages. */
const heads: readonly (readonly [step: string, pattern: RegExp])[] = [
  [
    'comments',
    /^(\d+\s+)?(reader )?(comments?|responses?|replies|kommentare?|reaktionen|commentaires?|réactions|comentarios?|comentários?|commenti|комментарии|komentarze?|reacties|kommentarer|yorumlar|评论|コメント|댓글|تعليقات|תגובות)(\s*\(?\d+\)?)?(\s+(on|to|zu|sur|a)\b.{0,160})?[:!]?$/iu
  ],
  [
    'comments',
    /^((leave|add|post|write) (a |your )?(comment|reply)s?|join the (conversation|discussion)|kommentar (schreiben|verfassen|hinterlassen)|schreibe? (einen|deinen|ihren) kommentar|hinterlasse eine antwort|laisser un commentaire|poster un commentaire|deja (un comentario|una respuesta)|deixe (um comentário|uma resposta)|lascia un commento|diskussion|forum|1 thought on.{0,160}|\d+ thoughts on.{0,160}|dodaj komentarz|добавить комментарий)\b.{0,80}$/iu
  ],
  [
    'related',
    /^(related( (articles?|stories|posts|topics|content|links|news|reading|coverage))?|more (on|from|in|about)\b.{0,80}|more (news|stories|articles|like this|headlines)|read (more|next|also)|see also|you (may|might) also (like|enjoy|be interested in)|recommended( (for you|reading|articles|stories))?|most (read|popular|viewed|shared)( .{0,30})?|trending( now)?|popular( (posts|articles|stories|now))?|latest( (news|stories|articles|posts))?|top stories|up next|editors?['’]? picks|explore further|further (reading|information)|what to read next|don['’]t miss|in other news|ähnliche (artikel|beiträge|themen|posts)|verwandte (artikel|beiträge|themen)|weitere (artikel|beiträge|themen|informationen|meldungen|news|nachrichten|inhalte).{0,60}|mehr (zum thema|aus|von|über|artikel|news)\b.{0,60}|neueste (artikel|beiträge|nachrichten|news)|auch (interessant|lesenswert).{0,40}|entdecke?n? (sie|weitere)\b.{0,60}|contexto de la noticia|lesen sie (auch|mehr).{0,60}|das könnte (sie|dich|euch) (auch )?(noch )?interessieren|meistgelesen.{0,40}|aktuelle(s| .{0,40})|zum thema|passend dazu|die (meistgelesenen|neuesten|beliebtesten).{0,40}|sur le même (sujet|thème)|à lire (aussi|également)|lire aussi|articles? (similaires|liés|associés|connexes).{0,40}|dans la même rubrique|plus d['’]articles.{0,40}|les plus lus|notas? relacionadas?|(noticias|artículos|artigos|notícias|posts) relacionad[oa]s|te puede interesar|también te puede.{0,60}|más (noticias|leídas|sobre|de|en)\b.{0,60}|lo más (leído|visto)|lee también|veja também|leia (também|mais)|mais (lidas|notícias)|articoli correlati|leggi anche|potrebbe(ro)? interessarti.{0,40}|читайте также|по теме|похожие (статьи|материалы|новости)|zobacz (też|także|również)|czytaj (też|także|więcej).{0,30}|powiązane.{0,30}|polecane|podobne.{0,40}|lees (ook|meer)|gerelateerd.{0,30}|läs (mer|också).{0,30}|ilgili haberler|関連記事.{0,20}|相关(阅读|文章|新闻)|延伸閱讀|관련 ?기사|مقالات ذات صلة|اقرأ أيضا|مواضيع متعلقة)\s*[:>»…]*$/iu
  ],
  [
    'author',
    /^(about (the )?authors?|über (den|die) autor(in|en)?|zum autor|zur autorin|à propos de l['’]auteur|sobre (el|la|o|a) autor[ae]?|sull['’]autore|об авторе|o autor(ze|ce)|written by|author( bio| information)?)\b.{0,60}:?$/iu
  ],
  [
    'newsletter',
    /^((get|receive|sign up|subscribe|join|abonnieren|jetzt)\b.{0,60}(newsletter|updates|inbox|mailing list|e-?mails?)\b.{0,60}|newsletter|(unser )?newsletter.{0,40}|stay (up to date|informed|connected).{0,60}|follow us.{0,40}|support (us|our work|our journalism).{0,40})$/iu
  ],
  [
    'share-bar',
    /^(share (this|on|via|article|post).{0,40}|teilen( sie)?.{0,40}|(diesen )?(artikel|beitrag) teilen|teilen mit:?|partager.{0,30}|compartir.{0,30}|compartilhe.{0,30}|condividi.{0,30}|sharen mit:?|gefällt mir:?|wird geladen\W*|like this:?|share this:?)$/iu
  ],
  [
    'tags',
    /^(tags?|schlagw[oö]rter|schlagworte|themen|topics|kategorien?|categories|filed (under|in)|stichw[oö]rter|keywords|mots[- ]clés|etiquetas|markiert mit|verschlagwortet.{0,20})\s*:?$/iu
  ]
]

/**
 * From where on a text's segments are what sites put below it: a heading or short line that says so, in the last half of it.
 * Nothing is cut where more prose follows than stands before.
 */
export function tailFrom(kept: readonly Segment[]): { readonly at: number; readonly step: string } | null {
  const sizes = kept.map((segment) => Math.max(0, worthOf(segment)))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  let before = 0
  for (const [at, { text, kind }] of kept.entries()) {
    const isLine = text.length <= 200 && kind !== 'image' && kind !== 'embed'
    const step = isLine && before >= total * 0.5 ? stepOf(text) : null
    if (step !== null) return { at, step }
    before += sizes[at]!
  }
  return null
}

const stepOf = (text: string): string | null => heads.find(([, pattern]) => pattern.test(text))?.[0] ?? null
