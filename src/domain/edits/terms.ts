/**
 * Words that decide what kind a change is, by language. Where the language of an article is not known, or not listed, all of
 * them count: a change too many is shown as telling rather than one too few.
 */
type Terms = Readonly<Record<string, string>>

const negations: Terms = {
  en: "not no never none nobody nothing neither nor without cannot can't won't denies denied deny ain't",
  es: 'no nunca nadie nada ningún ninguno ninguna tampoco sin ni jamás',
  fr: 'ne pas jamais aucun aucune rien personne sans non ni',
  de: 'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne',
  pt: 'não nunca ninguém nenhum nenhuma nada sem nem jamais',
  it: 'non no nessuno nessuna niente mai senza né',
  ru: 'не нет ни никогда никто ничего без нельзя',
  ar: 'لا لم لن ليس ليست غير بدون ما',
  hi: 'नहीं न मत ना बिना',
  he: 'לא אין בלי אינו אינה מעולם',
  el: 'δεν μην όχι ποτέ κανείς τίποτα χωρίς'
}
const hedges: Terms = {
  en:
    'may might could allegedly alleged reportedly apparently possibly possible perhaps probably probable likely unlikely seemingly ' +
    'suspected purported purportedly claimed supposedly seems seem appears appear believed potentially',
  es: 'quizá quizás posiblemente presunto presunta presuntamente supuesto supuesta supuestamente podría podrían probablemente',
  fr: 'peut-être présumé présumée prétendu prétendue probablement pourrait pourraient semble apparemment',
  de: 'vielleicht möglicherweise mutmaßlich mutmaßliche mutmaßlichen angeblich angebliche wohl wahrscheinlich könnte könnten',
  pt: 'talvez possivelmente suposto suposta supostamente poderia poderiam provavelmente',
  it: 'forse possibilmente presunto presunta presumibilmente potrebbe potrebbero probabilmente',
  ru: 'возможно вероятно предположительно якобы может',
  ar: 'ربما يحتمل يزعم مزعوم قد',
  hi: 'शायद कथित संभवतः संभव',
  he: 'אולי כנראה לכאורה ייתכן',
  el: 'ίσως πιθανώς πιθανόν φερόμενος φερόμενη ενδεχομένως'
}
const attributions: Terms = {
  en:
    'said says say saying told tells according claimed claims stated states reported reports announced announces admitted admits ' +
    'insisted insists argued argues warned warns confirmed confirms alleged alleges alleging added explained suggested',
  es: 'dijo dice según afirmó declaró aseguró',
  fr: 'dit disent selon déclaré affirmé',
  de: 'sagte sagt laut zufolge erklärte teilte behauptete',
  pt: 'disse diz segundo afirmou declarou informou',
  it: 'dichiarato secondo afferma affermato',
  ru: 'сказал сказала сообщил сообщила заявил заявила словам',
  ar: 'قال قالت وفقا أعلن صرح',
  hi: 'कहा बताया अनुसार',
  he: 'אמר אמרה לדברי מסר',
  el: 'είπε δήλωσε σύμφωνα'
}

/** For scripts without spaces: looked for within the text. */
const within = {
  negation: { zh: '不 没 沒 无 無 未 非 別', ja: 'ない ません なかっ', th: 'ไม่ มิ ไร้' } as Terms,
  hedge: {
    zh: '可能 或许 也许 据称 疑似 涉嫌',
    ja: 'かもしれ とみられ おそらく 可能性',
    th: 'อาจ น่าจะ คาดว่า'
  } as Terms,
  attribution: { zh: '表示 称 说 說', ja: 'によると 述べ 語っ', th: 'กล่าว ระบุ เผย' } as Terms
}
const words = { negation: negations, hedge: hedges, attribution: attributions }

/** The telling words of a kind among the words of a change: sorted, lower case, each as often as it occurs. */
export function termsIn(keys: readonly string[], kind: keyof typeof words, lang: string | null): string[] {
  const known = termsOf(words[kind], lang)
  const found = keys.map((key) => key.toLowerCase()).filter((key) => known.has(key) || isContraction(key, kind))
  const text = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(keys.join(''))
    ? keys.join('')
    : ''
  const inside = text === '' ? [] : [...termsOf(within[kind], lang)].filter((term) => text.includes(term))
  return [...found, ...inside].sort()
}

function isContraction(key: string, kind: string): boolean {
  return kind === 'negation' && key.endsWith("n't")
}

const read = new Map<string, ReadonlySet<string>>()

function termsOf(terms: Terms, lang: string | null): ReadonlySet<string> {
  const list = terms[lang?.split('-', 1)[0]?.toLowerCase() ?? ''] ?? Object.values(terms).join(' ')
  const known = read.get(list) ?? new Set(list.split(' '))
  read.set(list, known)
  return known
}

/** Whether a word, in lower case, introduces who said something. */
export function isAttribution(word: string): boolean {
  return termsOf(attributions, null).has(word)
}

export const months: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct ' +
    'nov dec enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janvier février mars avril ' +
    'mai juin juillet août septembre octobre novembre décembre januar februar märz juni juli oktober dezember janeiro fevereiro ' +
    'março maio junho julho setembro outubro novembro dezembro gennaio febbraio aprile maggio giugno luglio settembre ottobre ' +
    'dicembre Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου ' +
    'Δεκεμβρίου يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر ינואר פברואר מרץ אפריל מאי יוני יולי ' +
    'אוגוסט ספטמבר אוקטובר נובמבר דצמבר जनवरी फ़रवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर ' +
    'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม января февраля марта апреля мая июня июля августа сентября октября ноября декабря'
  )
    .toLowerCase()
    .normalize('NFC')
    .split(' ')
)
/** Days of the week, and days counted from today. */
export const weekdays: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun yesterday today tomorrow tonight lunes ' +
    'martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch ' +
    'donnerstag freitag samstag sonntag segunda-feira terça-feira quarta-feira quinta-feira sexta-feira понедельник вторник среду ' +
    'четверг пятницу субботу воскресенье'
  ).split(' ')
)
