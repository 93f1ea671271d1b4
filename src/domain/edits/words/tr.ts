import type { Language } from './language.ts'

export const tr: Language = {
  code: 'tr',
  common: 've bir bu için ile da de olarak olan daha çok gibi sonra kadar ise ancak en göre etti',
  negations: `değil değildi değildir yok yoktu hiç hiçbir hiçbiri kimse asla reddetti yalanladı`,
  negativePrefixes: '',
  hedges: `belki muhtemelen galiba sözde olası şüpheli şüphelisi iddiaya_göre iddiaya herhalde sanırım olabilir olabileceği
    görünüşe_göre muhtemel`,
  attributions: `dedi dediler diyor söyledi söylediler söylüyor belirtti belirttiler açıkladı açıkladılar bildirdi bildirdiler
    vurguladı kaydetti doğruladı uyardı itiraf ekledi savundu iddia anlattı duyurdu aktardı`,
  sources: 'göre kaynaklara',
  months: 'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  days: 'pazartesi salı çarşamba perşembe cuma cumartesi pazar dün bugün yarın',
  time: 'saniye dakika|dk saat gün hafta ay yıl|yıllık|yaşında',
  ones: 'sıfır - iki üç dört beş altı yedi sekiz dokuz on - düzine - - - - - - - yirmi',
  tens: 'otuz kırk elli altmış yetmiş seksen doksan',
  hundreds: '',
  fractions: 'yarısı|yarım|yarısını - çeyrek -',
  ordinals: 'birinci|ilk ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu',
  magnitudes: 'yüz:2 bin:3 milyon:6 milyar:9 trilyon:12 mn:6 mr:9',
  joiners: '',
  beforeName: 'sayın başkan başkanı bakan bakanı cumhurbaşkanı başbakan vali valisi hakim general kral doktor dr prof',
  afterName: 'bey hanım'
}
