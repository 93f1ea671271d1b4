import type { Language } from './language.ts'

export const de: Language = {
  code: 'de',
  common: 'der die das und ist nicht mit den dem des ein eine auf für von wurde sich auch im zu werden hat',
  negations: `nicht kein keine keinen keinem keiner keines nie niemals niemand niemandem nichts ohne weder noch kaum nein
    bestreitet bestritt dementiert dementierte`,
  negativePrefixes: 'un in miss nicht- nicht',
  hedges: `vielleicht möglicherweise mutmaßlich mutmaßliche mutmaßlichen mutmaßlicher mutmaßliches angeblich angebliche
    angeblichen angeblicher angebliches vermeintlich vermeintliche vermeintlichen vermeintlicher wohl wahrscheinlich könnte
    könnten soll sollen dürfte dürften offenbar anscheinend vermutlich vermutliche vermutlichen voraussichtlich womöglich
    scheinbar`,
  attributions: `sagte sagten sagt sagen erklärte erklärten erklärt teilte behauptete behauptet behaupten betonte betont meinte
    meint berichtete berichtet warnte warnt kündigte räumte bestätigte bestätigt versicherte schrieb kritisierte fügte äußerte
    gab zufolge`,
  sources: 'laut zufolge nach_angaben_von nach_angaben gemäß nach_einschätzung',
  months: `januar|jan|jänner februar|feb|feber märz|mär april|apr mai juni|jun juli|jul august|aug september|sept oktober|okt
    november|nov dezember|dez`,
  days: 'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag gestern heute morgen vorgestern übermorgen',
  time: `sekunde|sekunden minute|minuten|min stunde|stunden|std tag|tage|tagen woche|wochen monat|monate|monaten|monats
    jahr|jahre|jahren|jahres`,
  ones: `null eins|ein zwei|zwo drei vier fünf sechs|sech sieben|sieb acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
    siebzehn achtzehn neunzehn zwanzig`,
  tens: 'dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig',
  hundreds: '',
  fractions: 'hälfte|halb|halbe|halben drittel viertel fünftel',
  ordinals: `erste|ersten|erster|erstes|erstens zweite|zweiten|zweiter|zweites dritte|dritten|dritter|drittes
    vierte|vierten|vierter fünfte|fünften|fünfter sechste|sechsten siebte|siebten achte|achten neunte|neunten zehnte|zehnten
    elfte|elften zwölfte|zwölften`,
  magnitudes: `hundert:2 tausend:3 million:6 millionen:6 milliarde:9 milliarden:9 billion:12 billionen:12 mio:6 mrd:9 tsd:3
    hunderte:2 tausende:3`,
  joiners: 'und',
  beforeName: `herr herrn frau dr prof professor professorin minister ministerin kanzler kanzlerin bundeskanzler bundeskanzlerin
    präsident präsidentin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin richter richterin sprecher
    sprecherin chef chefin trainer könig königin papst innenminister innenministerin außenminister außenministerin`,
  afterName: ''
}
