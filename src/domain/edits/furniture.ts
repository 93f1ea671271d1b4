/**
 * Lines that belong to the page and not to the article: advertisement, newsletter, consent, share bar, "Read more". A line is
 * one only where each of its sentences is, so that a sentence of the story never hides behind one.
 */
const alone = [
  `advertisement advertising ad ads advert sponsored sponsored_content promoted paid_content partner_content anzeige werbung
    werbeanzeige publicité annonce publicidad anuncio publicidade anúncio pubblicità advertentie реклама reklama sponsorowane reklam
    ilan إعلان إعلانات اعلان تبلیغات آگهی פרסומת תוכן_ממומן विज्ञापन โฆษณา 광고 広告 广告 廣告 διαφήμιση advertisement_continue_reading
    article_continues_after_advertisement advertisement_feature scroll_to_continue`,
  `share share_this share_this_article share_this_story share_this_page copy_link print save email_this share_article teilen
    artikel_teilen drucken partager partager_l'article compartir compartilhar condividi delen deel_dit_artikel поделиться поділитися
    udostępnij paylaş شارك مشاركة اشتراک‌گذاری שתפו शेयर_करें แชร์ 공유하기 공유 シェア シェアする 分享 κοινοποίηση link_copied
    listen_to_this_article listen play_video watch bookmark add_to_favourites`,
  `comments leave_a_comment view_comments join_the_conversation comment kommentare kommentieren commentaires commenter comentarios
    comentar comentários commenti commenta reacties reageer комментарии комментировать коментарі komentarze skomentuj yorumlar
    yorum_yap تعليقات علّق نظرات תגובות टिप्पणियां ความคิดเห็น 댓글 コメント 评论 評論 σχόλια`,
  `read_more more_on_this_story related related_articles related_stories related_topics related_content related_links recommended most_read
    most_popular you_may_also_like more_stories top_stories trending mehr_zum_thema lesen_sie_auch meistgelesen weiterlesen
    lire_aussi à_lire_aussi sur_le_même_sujet les_plus_lus lea_también más_leídas noticias_relacionadas te_puede_interesar
    leia_também leia_mais mais_lidas veja_também leggi_anche i_più_letti lees_ook meest_gelezen читайте_также по_теме самое_читаемое
    читайте_також за_темою czytaj_także czytaj_też zobacz_także najczęściej_czytane ilgili_haberler çok_okunanlar اقرأ_أيضا
    اقرأ_أيضًا مواضيع_ذات_صلة الأكثر_قراءة مطالب_مرتبط بیشتر_بخوانید קראו_גם כתבות_נוספות यह_भी_पढ़ें संबंधित_खबरें อ่านเพิ่มเติม
    ข่าวที่เกี่ยวข้อง 관련_기사 관련기사 많이_본_뉴스 関連記事 あわせて読みたい 相关阅读 相关新闻 相關新聞 延伸閱讀 διαβάστε_επίσης
    διαβάστε_ακόμη δείτε_επίσης see_also also_read read_also more_from`,
  `accept accept_all accept_cookies accept_all_cookies reject_all manage_cookies manage_preferences cookie_settings i_agree got_it akzeptieren
    alle_akzeptieren ablehnen cookie-einstellungen tout_accepter accepter tout_refuser aceptar aceptar_todo rechazar aceitar
    aceitar_todos accetta accetta_tutto accepteren alles_accepteren принять принять_все прийняти akceptuję zgadzam_się kabul_et قبول
    موافق מאשר स्वीकार_करें ยอมรับ 동의 同意する 同意 αποδοχή`
].join(' ')
const lines = new Set(
  alone
    .normalize('NFC')
    .split(/\s+/u)
    .map((line) => line.replaceAll('_', ' '))
)

const newsletter =
  'newsletter|e-?mail alerts?|breaking news alerts?|daily briefing|morning briefing|push notifications|podcast|your inbox|bolet[ií]n|infolettre|infobrief|lettre d.information|рассылк|розсилк|bülten|النشرة|نشرتنا|خبرنامه|ניוזלטר|न्यूज़लेटर|न्यूज़ लेटर|จดหมายข่าว|뉴스레터|メルマガ|ニュースレター|メールマガジン|简报|电子报|電子報|新闻通讯|δελτίο|nieuwsbrief|biuletyn|telegram|whatsapp channel|our app|unsere app|our channel'
const joining =
  'sign up|subscribe|register (?:for|to|now|here|today)|\\bjoin\\b|\\bget\\b|receive|download|don.t miss|abonnieren|abonnez|anmelden|melden sie sich|inscrivez|recevez|suscr[ií]b|reciba|recibe|inscreva|assine|receba|cadastre|iscriviti|ricevi|meld je|schrijf je|ontvang|abonneer|подпи[сш]|підпи[сш]|zapisz się|subskrybuj|abone ol|kaydol|اشترك|سجل|عضو|مشترک|הירשמו|הרשמו|सब्सक्राइब|साइन अप|सदस्यता|สมัคร|รับข่าว|구독|登録|購読|订阅|訂閱|注册|εγγραφ|follow our'
/** Either the invitation or the thing itself comes first, or nearly. */
const invitation = new RegExp(
  `^\\P{L}*(?:(?:jetzt|enter|please|now|for free|unseren?|notre|nuestro|hemen|हमारे|अभी|지금|무료|your) )?(?:${joining}|${newsletter}|your email)`,
  'iu'
)
const newsletters = new RegExp(newsletter, 'iu')
const joins = new RegExp(`${joining}|enter your email`, 'iu')
const cookie = /cookie|куки|ملفات تعريف|کوکی|עוגיות|कुकी|คุกกี้|쿠키|クッキー/iu
const consent =
  /^(?:we (?:and our (?:\d[\d,.]* )?partners )?(?:use|store|set)|(?:this|our) (?:web)?site uses|wir (?:und unsere partner )?(?:verwenden|nutzen|setzen)|diese (?:web)?seite (?:verwendet|nutzt)|nous (?:et nos partenaires )?utilisons|ce site utilise|utilizamos|usamos|este (?:sitio|site) (?:web )?(?:usa|utiliza)|questo sito (?:usa|utilizza)|utilizziamo|wij gebruiken|we gebruiken|deze (?:web)?site gebruikt|мы используем|этот сайт использует|ми використовуємо|цей сайт використовує|używamy|ta strona (?:używa|korzysta)|bu site|sitemizde|نستخدم|يستخدم هذا الموقع|ما از|این سایت از|אנחנו משתמשים|אנו משתמשים|אתר זה משתמש|हम|यह (?:वेब)?साइट|เราใช้|เว็บไซต์นี้ใช้|저희는|이 사이트는|当サイト(?:は|では)|本网站|本網站|我们使用|我們使用|χρησιμοποιούμε|by continuing)[^.!?]{0,160}$/iu
const privacy =
  /^(?:we value your privacy|ihre privatsphäre ist uns wichtig|nous respectons votre vie privée|su privacidad es importante)$/iu
const follow =
  /^(?:follow|like|find|join) us (?:on|at) |^(?:folgen sie uns|suivez-nous|síguenos|síganos|siga-nos|siga o|seguici|volg ons|подписывайтесь на|підписуйтесь на|obserwuj nas|bizi takip|تابعونا|ما را|עקבו אחרינו|हमें फॉलो|ติดตามเรา|팔로우|フォローする|关注我们|關注我們|ακολουθήστε)/iu
const label =
  /^(?:read more|read also|also read|read next|see also|more on this|more from|related(?: articles?| stor(?:y|ies)| links?)?|recommended|don.t miss|lesen sie auch|mehr zum thema|mehr dazu|lire aussi|à lire aussi|à lire|lea también|lee también|le puede interesar|leia também|leia mais|veja também|leggi anche|lees ook|читайте также|по теме|читайте також|czytaj także|czytaj też|zobacz także|ilgili haber|اقرأ أيضا|اقرأ أيضًا|بیشتر بخوانید|همچنین بخوانید|קראו גם|यह भी पढ़ें|อ่านเพิ่มเติม|관련 기사|関連記事|相关阅读|相关新闻|延伸閱讀|διαβάστε επίσης|διαβάστε ακόμη)\s*[:：|»>–—]\s*\S/iu
const platform =
  /(?<!\p{L})(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|e-?mail|pinterest|instagram|bluesky|threads|youtube|tiktok|mastodon|line|weibo|微信|微博|vk|вконтакте|viber|messenger|copy link|print|sms|flipboard|pocket|share|teilen|partager|compartir|compartilhar|condividi|delen|поделиться|поділитися|udostępnij|paylaş|شارك|שתפו|शेयर|แชร์|공유|シェア|分享|on|this|via|auf|sur|en|no|su|op|в|на|w|using|by|with|article|story|page|post|und|and|et|y|e|more|link)(?!\p{L})/giu
const sharing =
  /^(?:share|tweet|post|teilen|partager|compartir|compartilhar|condividi|delen|поделиться|поділитися|udostępnij|paylaş|شارك|שתפו|शेयर|แชร์|공유|シェア|分享|facebook|twitter)/iu
const subscription =
  /^(?:subscribe|sign in|log in|register)(?: now| today| here)? (?:to|for) (?:continue|keep|read|unlock|full|unlimited|get|access)|^this (?:article|story) is (?:for|reserved for|only for) subscribers|^already (?:a subscriber|have an account)|^support (?:our|independent) journalism/iu
const longest = 300
/** What every longer line of the page has one of: looked for first, as most lines are lines of the story. */
const stems =
  /cookie|куки|تعريف|کوکی|עוגיות|कुकी|คุกกี้|쿠키|クッキー|privacy|privatsphäre|privée|privacidad|newsletter|alert|briefing|notifications|podcast|inbox|bolet[ií]n|infolettre|infobrief|lettre d.information|рассылк|розсилк|bülten|نشر|خبرنامه|ניוזלטר|न्यूज़|จดหมายข่าว|뉴스레터|メルマガ|ニュースレター|メールマガジン|简报|电子报|電子報|通讯|δελτίο|nieuwsbrief|biuletyn|telegram|whatsapp|our app|unsere app|our channel|facebook|twitter|share|teilen|partage|comparti|compart|condivid|delen|подели|поділи|udostępnij|paylaş|شارك|שתפו|शेयर|แชร์|공유|シェア|分享|follow|like us|join us|find us|folgen|suivez|sígu|sígan|siga|seguici|volg|подпис|підпис|obserwuj|takip|تابعونا|ما را|עקבו|फॉलो|ติดตาม|팔로우|フォロー|关注|關注|ακολουθ|subscribe|sign in|log in|register|journalism|advertisement|anzeige|werbung|publicid|publicité|pubblicità|advertentie|реклама|reklam|إعلان|تبلیغ|פרסומת|विज्ञापन|โฆษณา|광고|広告|广告|廣告|διαφήμιση|comment|read more/u

/** Whether a line leads to another article: "Read more: ...". In the middle of a text nobody knows where it ends. */
export function isReference(text: string): boolean {
  const line = text.trim()
  return line.length <= longestReference && label.test(line) && !/[.!?] /.test(line)
}

const longestReference = 140

/** Whether a line, as a whole, is one of the page and not of the article. */
export function isFurniture(text: string): boolean {
  const line = text.trim()
  if (line === '' || line.length > longest) return false
  if (isLine(line)) return true
  if (!stems.test(line.toLowerCase())) return false
  const sentences = line.split(/(?<=[.!?。！？।])\s*(?=\S)/u).filter((sentence) => /\p{L}/u.test(sentence))
  return sentences.length > 0 && sentences.every(isFurnitureSentence) && sentences.some(isTelling)
}

function isFurnitureSentence(sentence: string): boolean {
  return (
    isTelling(sentence) ||
    /^(?:accept|reject|(?:you can )?(?:change|manage) your|we and our partners|learn more|find out more|more info|ok|mehr erfahren|en savoir plus|más información|saiba mais|got it|you can unsubscribe|unsubscribe|no spam|it.s free|thank you)/iu.test(
      sentence
    )
  )
}

function isTelling(sentence: string): boolean {
  const plain = sentence.trim()
  return (
    isLine(plain) ||
    isInvitation(plain) ||
    isConsent(plain) ||
    follow.test(plain) ||
    subscription.test(plain) ||
    isShareBar(plain)
  )
}

function isLine(text: string): boolean {
  const bare = text.normalize('NFC').toLowerCase().replaceAll('\u2019', "'")
  return bare
    .split(/\s[-–—|·]\s/u)
    .every((part) => lines.has(part.replace(/^[\s[(*—–-]+|[\s\])*.!:：…»>→—–-]+$/gu, '')))
}

function isInvitation(sentence: string): boolean {
  return sentence.length <= 150 && invitation.test(sentence) && newsletters.test(sentence) && joins.test(sentence)
}

/** Whether a sentence asks for consent to cookies. */
function isConsent(sentence: string): boolean {
  const plain = sentence.replace(/[.!?。]$/u, '')
  return (cookie.test(plain) && consent.test(plain)) || privacy.test(plain)
}

/** Whether a line is about cookies: that of a consent banner, but also any of a document about them. */
export function isAboutCookies(text: string): boolean {
  return cookie.test(text) || privacy.test(text.trim())
}

/** Share on Facebook Twitter WhatsApp: nothing but platforms. */
function isShareBar(text: string): boolean {
  return sharing.test(text) && text.replace(platform, '').replace(/[\s|·•,/:&.-]/g, '') === ''
}

/** Whether a line introduces links to other articles: "Related stories". */
export function isRelatedHeading(text: string): boolean {
  const bare = text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[:：.…]+$/u, '')
  return relatedHeadings.has(bare)
}

const relatedHeadings = new Set(
  [...lines].filter((line) =>
    /read|related|recommended|popular|like|stor|trending|thema|gelesen|lesen|lire|sujet|lus|leídas|lea |relacionadas|interesar|leia|lidas|veja|leggi|letti|lees|читайте|теме|темою|читаемое|czyta|zobacz|haber|okunan|اقرأ|صلة|قراءة|مرتبط|بخوانید|קראו|כתבות|पढ़|संबंधित|อ่าน|เกี่ยว|관련|많이|関連|読み|相关|相關|延伸|διαβ|δείτε|see also/u.test(
      line
    )
  )
)
