/** Lines that sites put into texts, by the step a removal is told under; each matches a whole block. */
const lines: readonly (readonly [step: string, why: string, pattern: RegExp])[] = [
  [
    'credit',
    'a credit line',
    /^[([]?(photo(graph)?s?|foto(grafía|grafia|s)?|fotó|bild(er|quelle)?|image|imagen|imagem|picture|credits?|crédito|crédit|quelle|source|fuente|fonte|źródło|zdj(ęcie)?|fot\.?|фото|источник|archiv|symbolbild|titelbild|illustration|video|grafik|写真|图片|사진|©|\(c\))\s*( by|credit|nachweis|quelle|de|von)?\s*[:：|/©].{0,120}$/iu
  ],
  ['credit', 'a credit line', /^\(?(photo|image|picture|foto|bild)s? (by|courtesy|credit|von|de|di)\b.{0,100}\)?$/iu],
  [
    'advert',
    'an advertisement label',
    /^[-–—*\s]*(advertisement|advertising|anzeige|werbung|publicit[ée]|publicidad[e]?|pubblicità|reklama?|реклама|إعلان|広告|广告|advertentie|sponsored( content| post)?|story continues below( advertisement)?|article continues (below|after)( advertisement)?|continue reading the main story|scroll to continue( with content)?|ad|\*?werbung\*?|(this )?(post|article) (may )?contains? (affiliate|paid) links.{0,120})[:.\s]*[-–—*]*$/iu
  ],
  [
    'share-bar',
    'a share line',
    /^(share( (this|via|on|with)\b.{0,40})?|teilen|partager|compartir|condividi|compartilhar|поделиться|print( this)?|e-?mail( this)?|tweet( this)?|facebook|twitter|whatsapp|linkedin|reddit|pinterest|copy link|drucken|imprimer|imprimir|follow us\b.{0,60}|like this:?|loading\W*|\d+ (shares?|likes?|comments?|kommentare?|commentaires?|comentarios)|(leave|add|post|write) a (comment|reply)|no comments( yet)?|comments?( \(\d+\))?|reply|antworten|répondre|permalink|embed|save|bookmark|listen|zurück|weiter|back to top|nach oben)\.?$/iu
  ],
  [
    'related',
    'a pointer to another text',
    /^(read more|read also|see also|also read|more on this|related( (articles?|stories|posts|topics|content|links|coverage))?|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lee también|leia (também|mais)|leggi anche|читайте также|you (may|might) (also )?(like|be interested in)|recommended( for you)?|don'?t miss|most (read|popular)|trending( now)?|further reading|top stories|more from\b.{0,60}|weitere (artikel|themen|informationen)|das könnte (sie|dich) auch interessieren)\s*:?$/iu
  ],
  [
    'related',
    'a pointer to another text',
    /^(read more|read also|read next|see also|also read|related( story| article)?|more|watch|lesen sie auch|mehr dazu|lire aussi|à lire aussi|lee también|leia (também|mais)|leggi anche|читайте также|baca juga|auch lesen|vea también|ver también|mira también|veja também|leia ainda|saiba mais|further reading|lees ook|läs mer|les også|czytaj (też|także)|zobacz też|devamını oku)\s*[:>|»–-].{0,200}$/iu
  ],
  [
    'newsletter',
    'an offer to subscribe',
    /^(sign up (for|to)\b.{0,160}|subscribe( to| now| for)?\b.{0,120}|(get|receive) .{0,80}(newsletter|in your inbox).{0,80}|enter your email.{0,80}|download (our|the) .{0,40}app\b.{0,60}|(jetzt )?(zum )?newsletter\b.{0,80}|abonnez-vous.{0,100}|suscríbete.{0,100}|iscriviti.{0,100}|follow .{0,60} on (twitter|facebook|instagram|google news|telegram|whatsapp)\b.{0,80})$/iu
  ],
  [
    'newsletter',
    'an offer to follow',
    /^(follow|join|find|like) (us|me|.{2,40}) (on|at) (twitter|facebook|instagram|google news|telegram|whatsapp|x|social media|youtube)\b.{0,240}$/iu
  ],
  [
    'consent',
    'a line about cookies',
    /^(?=.{0,400}$).{0,160}\b(cookies?)\b.{0,240}(accept|agree|consent|ok\b|zustimm|einverstanden|stimm(st|en)|akzeptier|accepte|aceptar|aceita|acconsent|zgod|weitere informationen|learn more|find out more).{0,120}$/iu
  ],
  [
    'counter',
    'a counter',
    /^[\d.,\s]*(views?|shares?|reads?|likes?|comments?|min(ute)?s? read|aufrufe|kommentare?|просмотр\p{L}*|lecturas?|vues?)\W*\d*$/iu
  ],
  [
    'copyright',
    'a copyright line',
    /^(©|\(c\) ?(19|20)\d\d|copyright\b).{0,200}$|all rights reserved\.?$|alle rechte vorbehalten\.?$|tous droits réservés\.?$/iu
  ],
  [
    'tags',
    'a list of tags',
    /^(tags?|topics?|categories|category|filed under|schlagw[oö]rter|stichworte|kategorien?|keywords|mots[- ]clés|etiquetas|posted in|themen)\s*:.{0,300}$/iu
  ],
  [
    'byline',
    'a byline or its date',
    /^(by|von|par|por|di|door|av|автор:?)\s+[\p{Lu}][\p{L}.'’-]+(\s+(and|und|et|y|e|de|van|von|la)?\s*[\p{Lu}][\p{L}.'’-]+){0,6}(\s*[|,·•–-].{0,60})?$/u
  ],
  [
    'dateline',
    'a line with nothing but a time',
    /^((published|posted|updated|last (updated|modified)|veröffentlicht|aktualisiert|stand|erstellt|publi[ée]|mis à jour|publicado|actualizado|pubblicato|aggiornato|опубликовано|обновлено)\b[\s:]*(on|am|le|el|il|at|um)?\b.{0,60}\d.{0,40}|.{0,24}\d{1,2}[.:/ -]+(\d{1,2}|\p{L}{3,10})[.,/ -]+\d{2,4}.{0,28}|\p{L}{3,10} \d{1,2}(st|nd|rd|th)?, \d{4}.{0,28}|\d{4}年\d{1,2}月\d{1,2}日.{0,20})$/iu
  ]
]

/** What a line of a site is; null where a block is none. */
export function lineOf(text: string): { readonly step: string; readonly why: string } | null {
  if (text.length > 320) return null
  const found = lines.find(([, , pattern]) => pattern.test(text))
  return found === undefined ? null : { step: found[0], why: found[1] }
}
