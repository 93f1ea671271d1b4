import type { Language } from './language.ts'

export const it: Language = {
  code: 'it',
  common: 'il lo gli di che è per con una del della dei nel nella sono ha alla dal si anche ieri',
  negations: `non no nessuno nessuna nessun niente nulla mai senza né neppure nemmeno neanche nega negato smentisce smentito`,
  negativePrefixes: 'in im il ir dis non-',
  hedges: `forse possibilmente possibile presunto presunta presunti presunte presumibilmente potrebbe potrebbero probabilmente
    probabile apparentemente sembra sembrano avrebbe avrebbero sarebbe sarebbero sospetto sospetta pare`,
  attributions: `detto dice dicono dichiarato dichiara afferma affermano affermato spiegato spiega annunciato annuncia sostiene
    sostenuto assicurato aggiunto avvertito confermato conferma ammesso ammette riferito riferisce disse dissero raccontato`,
  sources: 'secondo stando_a citando fonti',
  months: `gennaio|gen febbraio|feb marzo aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|set ottobre|ott novembre|nov
    dicembre|dic`,
  days: 'lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi domani dopodomani stasera',
  time: 'secondi minuto|minuti|min ora|ore giorno|giorni settimana|settimane mese|mesi anno|anni',
  ones: `zero - due tre|tré quattro cinque sei sette otto nove dieci undici dodici|dozzina tredici quattordici quindici sedici
    diciassette diciotto diciannove venti|vent|ventina`,
  tens: `trenta|trent|trentina quaranta|quarant cinquanta|cinquant sessanta|sessant settanta|settant ottanta|ottant
    novanta|novant`,
  hundreds: '',
  fractions: 'metà|mezzo|mezza terzi quarti quinti',
  ordinals: `primo|prima secondo|seconda terzo|terza quarto|quarta quinto|quinta sesto|sesta settimo|settima ottavo|ottava nono|nona
    decimo|decima`,
  magnitudes: `cento:2 centinaio:2 centinaia:2 mille:3 mila:3 migliaio:3 migliaia:3 milione:6 milioni:6 miliardo:9 miliardi:9 mln:6
    mld:9`,
  joiners: 'e',
  beforeName: `sig signor signora dott dottor dottoressa prof professor presidente ministro ministra sindaco sindaca giudice generale
    re regina papa senatore senatrice deputato onorevole`,
  afterName: ''
}
