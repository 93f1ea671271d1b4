/** How notes about a change begin in one language, in small letters and with straight apostrophes. */
export interface NoteWords {
  /** What stands before a colon, dash or stop, or in brackets ("Correction, 4 March:"); the longer before the shorter. */
  readonly labels: string
  /** What the first sentence says where there is no label, as regular expressions: "An earlier version of this article ...". */
  readonly openings: readonly string[]
  /** Of these every opening has one: what is without them need not be looked at closely. */
  readonly marks: string
}

const enText = '(?:article|story|report|post|piece|page|item|text|column|review|obituary|headline|caption|graphic)'
const frText = '(?:article|texte|papier|titre|dépêche|page|légende|reportage)'
const esText = '(?:artículo|noticia|nota|texto|información|titular|reportaje|crónica)'
const ptText = '(?:artigo|texto|reportagem|matéria|notícia|título|coluna|publicação)'
const itText = '(?:articolo|testo|pezzo|notizia|titolo|servizio)'
const nlText = '(?:artikel|bericht|stuk|verhaal|tekst|kop|nieuwsbericht)'
const deText = '(?:artikels?|textes?|text|beitrags?|meldung|berichts?|überschrift|fassung|bildunterschrift)'
const ruText =
  '(?:стать\\p{L}+|материал\\p{L}*|текст\\p{L}*|заметк\\p{L}+|новост\\p{L}+|публикаци\\p{L}+|заголов\\p{L}+)'
const arText = '(?:المقال|المقالة|الخبر|التقرير|النص|العنوان|المادة|القصة)'
const zhText = '(?:本文|本报道|本報導|本稿|报道|報導|文章|标题|標題|新闻稿)'
const jaText = '(?:記事|見出し|本文|写真説明|原稿)'
const hiText = '(?:लेख|खबर|ख़बर|रिपोर्ट|समाचार|शीर्षक)'

export const noteWords: Readonly<Record<string, NoteWords>> = {
  en: {
    labels:
      "corrections? (?:and|&) clarifications?|corrections?|corrected|clarifications?|editors?'s? note|editorial note|erratum|errata|" +
      'updated?|amendment|retraction|for the record|note to readers',
    openings: [
      `(?:earlier|previous|original|prior|initial|first) (?:version|edition)s? of (?:this|the|our) ${enText}`,
      'an? (?:earlier|previous|prior) (?:version|headline|caption) (?:gave|said|stated|wrongly|incorrectly|mis\\p{L}+|identified|omitted)',
      `(?:this ${enText}(?: and its headline| is developing and)?|the (?:article|headline|caption)) (?:was|has been|had been)(?: since| later)? (?:updated|corrected|amended|edited|changed|revised|modified|clarified)`,
      `this ${enText} (?:originally|previously|initially|first|incorrectly|wrongly|mistakenly|erroneously|mis\\p{L}+)(?! (?:appeared|published|ran|aired))`,
      '^(?:updated|corrected|amended|revised).{0,30} to (?:reflect|add|include|clarify|correct|remove|say|show)',
      "^we(?: have|'ve) (?:since )?(?:corrected|updated|amended|changed|clarified)"
    ],
    marks: `version|edition|earlier|previous|prior|this ${enText}|updated|corrected|amended|edited|changed|revised|modified|clarified`
  },
  fr: {
    labels:
      'corrections?|rectificatif|rectification|erratum|errata|précisions?|mise à jour|mis à jour|mise au point|modification|' +
      "note de la rédaction|note de l'éditeur|ndlr|actualisation",
    openings: [
      `(?:version|édition) (?:précédente|antérieure|initiale|originale) (?:de (?:cet?|cette|l'|notre)|du) ?${frText}`,
      `(?:précédente|première) version (?:de (?:cet?|cette|l'|notre)|du) ?${frText}`,
      `cet?(?:te)? ${frText} (?:a été|a d'abord été|indiquait|affirmait|mentionnait) ?(?:modifié|corrigé|mise? à jour|actualisé|rectifié|complété|à tort|par erreur)?`,
      'contrairement à ce que nous (?:avons|avions|écrivions|indiquions|affirmions)',
      '^nous avons (?:corrigé|modifié|rectifié|précisé)'
    ],
    marks: `version|édition|${frText}|contrairement|nous avons`
  },
  de: {
    labels:
      'korrekturhinweis|korrektur|berichtigung|richtigstellung|klarstellung|anmerkung der redaktion|hinweis der redaktion|' +
      'anm\\. d\\. red\\.|aktualisierung|aktualisiert|update|nachtrag|ergänzung|transparenzhinweis|in eigener sache|hinweis',
    openings: [
      `(?:früheren?|vorherigen?|ersten?|ursprünglichen?|älteren?) (?:version|fassung)(?: (?:dieses|des|unseres|der|dieser) ${deText}| (?:hieß|stand|hatten?|war|haben|wurde|schrieben))`,
      `(?:dieser|der|diese|die|dieses) ${deText} wurde.{0,40} (?:aktualisiert|korrigiert|geändert|überarbeitet|ergänzt|berichtigt)`,
      '^wir haben .{0,80}(?:korrigiert|berichtigt|geändert|richtiggestellt|ergänzt)'
    ],
    marks: 'version|fassung|wurde|wir haben'
  },
  es: {
    labels:
      'fe de err(?:ores|atas)|errata|correcci(?:ón|ones)|rectificación|aclaración|nota de (?:la )?redacción|nota del? editor(?:a)?|' +
      'actualización|actualizado|precisión',
    openings: [
      `versión (?:anterior|previa|inicial|original) de (?:este|esta|la|nuestra) ${esText}`,
      `primera versión de (?:este|esta|la) ${esText}`,
      'en una versión (?:anterior|previa) se (?:decía|indicaba|afirmaba|señalaba)',
      `(?:este|esta|el|la) ${esText} (?:ha sido|fue|se ha) (?:actualizad|corregid|modificad|rectificad)`
    ],
    marks: `versión|${esText}`
  },
  pt: {
    labels:
      'correç(?:ão|ões)|correcção|errata|erramos|retificação|esclarecimento|nota d[ao] redação|nota d[ao] editora?|' +
      'atualização|atualizado|aviso aos leitores',
    openings: [
      `vers(?:ão|ões) (?:anterior|inicial|original|prévia) (?:deste|desta|do|da|desse|dessa) ${ptText}`,
      `primeira versão (?:deste|desta|do|da) ${ptText}`,
      `(?:este|esta|o|a) ${ptText} (?:foi|teve) (?:atualizad|corrigid|alterad|modificad|retificad)`,
      `(?:este|esta|o|a) ${ptText} (?:errou|informou (?:incorretamente|erroneamente|errado))`,
      'diferentemente do que (?:informou|foi|publicou|havia)'
    ],
    marks: `vers(?:ão|ões)|${ptText}|diferentemente`
  },
  it: {
    labels:
      'rettifica|correzion[ei]|errata corrige|errata|precisazion[ei]|nota della redazione|nota del direttore|ndr|aggiornamento|aggiornato',
    openings: [
      `version[ei] (?:precedent[ei]|iniziale|originale) (?:di questo|di questa|dell'|del|della) ?${itText}`,
      `(?:precedente|prima) versione (?:di questo|di questa|dell'|del|della) ?${itText}`,
      `(?:questo|questa|l'|il) ?${itText} è stat[oa] (?:aggiornat|corrett|modificat|rettificat)`,
      'contrariamente a quanto (?:scritto|riportato|indicato)'
    ],
    marks: `version|${itText}|contrariamente`
  },
  nl: {
    labels:
      'correctie|rectificatie|verduidelijking|noot van de redactie|aanvulling|update|naschrift|verbetering|herstel|aangepast|erratum',
    openings: [
      `(?:eerdere|vorige|oorspronkelijke|eerste) versie(?: van (?:dit|het|deze|de|ons) ${nlText}| stond| werd)`,
      `(?:dit|het|deze) ${nlText} is.{0,40} (?:aangepast|bijgewerkt|gecorrigeerd|gewijzigd|aangevuld)`
    ],
    marks: `versie|${nlText}`
  },
  ru: {
    labels:
      'исправлени[ея]|исправлено|уточнени[ея]|поправк[аи]|опровержение|от редакции|примечание редакции|обновлени[ея]|обновлено|дополнение|дополнено',
    openings: [
      `в (?:предыдущей|первоначальной|более ранней|прежней|ранней|первой|исходной) версии (?:(?:этой|этого|данной|данного|нашей|нашего) )?${ruText}`,
      `(?:эта |этот |данный |данная )?${ruText} (?:был[аио]? )?(?:обновл|исправл|измен|дополн|уточн)\\p{L}+`,
      `ранее в (?:этой |этом )?${ruText}.{0,40}(?:ошиб|невер)`
    ],
    marks: 'верси|обновл|исправл|измен|дополн|уточн|ранее'
  },
  ar: {
    labels: 'تصحيح|تصويب|تحديث|توضيح|تنويه|استدراك|اعتذار|ملاحظة المحرر|ملاحظة التحرير|ملاحظة من المحرر|من التحرير',
    openings: [
      `(?:نسخة|صيغة|نص) (?:سابقة|سابق|أولى|قديمة) (?:من|ل)\\s?(?:هذا |هذه )?${arText}`,
      `النسخة (?:السابقة|الأولى) من (?:هذا |هذه )?${arText}`,
      `(?:تم|جرى|جرت) (?:تصحيح|تحديث|تعديل) (?:هذا |هذه |عنوان )?${arText}`
    ],
    marks: 'نسخة|صيغة|نص|تم|جرى|جرت'
  },
  ja: {
    labels:
      '(?:訂正|修正)と(?:おわび|お詫び)|(?:おわび|お詫び)と(?:訂正|修正)|訂正|修正|おわび|お詫び|追記|更新|編集部(?:注|より)|お知らせ',
    openings: [
      `(?:以前|前|当初|初出|旧|公開当初)の(?:版|バージョン|${jaText})`,
      `${jaText}[^。]{0,20}を(?:一部)?(?:修正|訂正|更新|変更|追記)し`,
      '初出時',
      'を(?:一部)?(?:訂正|修正|変更|更新|削除|追記)(?:しました|いたしました)',
      '(?:訂正|修正)(?:し、?|して)(?:おわび|お詫び)',
      '(?:おわび|お詫び)(?:し、?|して)(?:訂正|修正)'
    ],
    marks: `版|バージョン|${jaText}|初出|訂正|修正|変更|更新|削除|追記`
  },
  zh: {
    labels:
      '更正(?:启事|啟事|说明|說明)|更正|勘误|勘誤|订正|訂正|修正|更新|编者按|編者按|编者注|編者註|编辑注|致歉|澄清|说明',
    openings: [
      `${zhText}的?(?:此前|早前|较早|較早|先前|之前|早期|前一|原先)(?:发布|發布)?的?(?:一个)?版本`,
      '^(?:此前|早前|较早|較早|先前)(?:发布|發布)?的?版本(?:误|誤|错|錯|曾|称|稱)',
      `${zhText}已(?:于[^。]{0,12})?(?:作出|做出)?(?:更新|更正|修改|修订|修訂|修正)`
    ],
    marks: '版本|已'
  },
  hi: {
    labels: 'संशोधन|सुधार|भूल[ -]सुधार|स्पष्टीकरण|शुद्धिपत्र|शुद्धि|अपडेट|संपादक की टिप्पणी|संपादकीय टिप्पणी|खेद',
    openings: [
      `(?:इस|उक्त) ${hiText} के (?:पिछले|पुराने|पहले|शुरुआती|पूर्व)(?: के)? (?:संस्करण|वर्ज़न|वर्जन)`,
      `(?:इस|यह) ${hiText} (?:को|में) [^।]{0,30}(?:अपडेट|संशोधित|सुधार|ठीक)`
    ],
    marks: 'संस्करण|वर्ज़न|वर्जन|अपडेट|संशोधित|सुधार|ठीक'
  },
  pl: {
    labels: 'sprostowanie|korekta|aktualizacja|wyjaśnienie|od redakcji|przypis redakcji|errata',
    openings: ['(?:poprzedniej|wcześniejszej|pierwotnej) wersji (?:tego )?(?:artykułu|tekstu|materiału)'],
    marks: 'wersji'
  },
  uk: {
    labels: 'виправлення|виправлено|уточнення|оновлення|оновлено|від редакції|спростування',
    openings: ['(?:попередній|початковій|першій) версії (?:цього |цієї )?(?:матеріалу|статті|тексту|новини)'],
    marks: 'версії'
  },
  tr: {
    labels: 'düzeltme|güncelleme|editörün notu|açıklama|tekzip',
    openings: ['(?:haberin|yazının|makalenin) (?:önceki|ilk|eski) (?:sürüm|hal|versiyon)\\p{L}*'],
    marks: 'haberin|yazının|makalenin'
  },
  el: {
    labels: 'διόρθωση|διευκρίνιση|ενημέρωση|σημείωση της σύνταξης|επανόρθωση',
    openings: ['(?:προηγούμενη|αρχική) (?:έκδοση|εκδοχή) (?:αυτού )?του (?:άρθρου|κειμένου|ρεπορτάζ)'],
    marks: 'έκδοση|εκδοχή'
  },
  he: {
    labels: 'תיקון טעות|תיקון|הבהרה|עדכון|הערת המערכת',
    openings: ['בגרסה (?:קודמת|הקודמת|הראשונה) של (?:הכתבה|הידיעה)'],
    marks: 'בגרסה'
  },
  fa: {
    labels: 'اصلاحیه|تصحیح|توضیح|به‌روزرسانی|پوزش',
    openings: ['(?:نسخه|نسخهٔ) (?:قبلی|پیشین) (?:این )?(?:خبر|مطلب|گزارش)'],
    marks: 'نسخه'
  },
  ko: {
    labels: '정정보도|정정|바로잡습니다|수정|업데이트|편집자 ?주|알려드립니다',
    openings: ['(?:이전|앞선|최초) (?:기사|버전|보도)에서', '기사(?:를|의 일부를) (?:수정|정정)'],
    marks: '기사|버전|보도'
  },
  th: {
    labels: 'แก้ไขข่าว|แก้ไข|ชี้แจง|อัปเดต|หมายเหตุบรรณาธิการ',
    openings: ['(?:รายงาน|ข่าว|บทความ)(?:ฉบับ|เวอร์ชัน)(?:ก่อนหน้า|เดิม)'],
    marks: 'ฉบับ|เวอร์ชัน'
  },
  sv: {
    labels: 'rättelse|förtydligande|uppdatering|uppdaterad',
    openings: ['tidigare version av (?:artikeln|texten|denna artikel)'],
    marks: 'version'
  },
  da: {
    labels: 'rettelse|præcisering|opdatering|berigtigelse',
    openings: ['tidligere version af (?:artiklen|denne artikel)'],
    marks: 'version'
  },
  nb: {
    labels: 'rettelse|retting|presisering|oppdatering',
    openings: ['tidligere versjon av (?:artikkelen|saken|denne saken)'],
    marks: 'versjon'
  },
  fi: {
    labels: 'oikaisu|korjaus|täsmennys|päivitys',
    openings: ['(?:jutun|artikkelin) (?:aiemmassa|aikaisemmassa) versiossa'],
    marks: 'versiossa'
  },
  cs: {
    labels: 'oprava|upřesnění|aktualizace|aktualizováno',
    openings: ['(?:předchozí|původní) verzi (?:článku|textu)'],
    marks: 'verzi'
  },
  id: {
    labels: 'koreksi|ralat|klarifikasi|pembaruan',
    openings: ['versi (?:sebelumnya|awal) (?:dari )?(?:artikel|berita) ini'],
    marks: 'versi'
  },
  vi: {
    labels: 'đính chính|cập nhật|cải chính',
    openings: ['phiên bản trước (?:của )?(?:bài viết|bài báo)'],
    marks: 'phiên bản'
  }
}
