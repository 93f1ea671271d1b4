import type { Language } from './language.ts'

export const pl: Language = {
  code: 'pl',
  common: 'i w na się że jest nie do z to po jak ale przez oraz był była dla od które która został',
  negations: `nie nigdy nikt nikogo nikomu nic niczego żaden żadna żadne żadnego żadnej żadnych bez ani zaprzecza zaprzeczył
    zaprzeczyła brak`,
  negativePrefixes: 'nie bez nie-',
  hedges: `może możliwe prawdopodobnie prawdopodobny podobno rzekomo rzekomy rzekoma rzekome rzekomego rzekomej domniemany
    domniemana domniemanego ponoć chyba przypuszczalnie mogą mógł mogła podejrzany podejrzana podejrzanego być_może zapewne
    najwyraźniej wydaje_się`,
  attributions: `powiedział powiedziała powiedzieli mówi mówił mówiła mówią poinformował poinformowała poinformowali oświadczył
    oświadczyła stwierdził stwierdziła twierdzi twierdził twierdziła twierdzą przyznał przyznała potwierdził potwierdziła ogłosił
    ogłosiła ostrzegł ostrzegła dodał dodała podkreślił podkreśliła zapowiedział zapowiedziała przekazał przekazała`,
  sources: 'według zdaniem jak_podaje powołując_się',
  months: `stycznia|styczeń lutego|luty marca|marzec kwietnia|kwiecień maja|maj czerwca|czerwiec lipca|lipiec sierpnia|sierpień
    września|wrzesień października|październik listopada|listopad grudnia|grudzień`,
  days: `poniedziałek wtorek środę środa czwartek piątek sobotę sobota niedzielę niedziela wczoraj dziś dzisiaj jutro przedwczoraj
    pojutrze`,
  time: `sekunda|sekundy|sekund minuta|minuty|minut|minutę|min godzina|godziny|godzin|godzinę|godz dzień|dni|dnia
    tydzień|tygodnie|tygodni miesiąc|miesiące|miesięcy rok|lata|lat|roku`,
  ones: `zero - dwa|dwie|dwóch|dwaj|dwoje trzy|trzech|trzej|troje cztery|czterech|czworo pięć|pięciu|pięcioro sześć|sześciu
    siedem|siedmiu osiem|ośmiu dziewięć|dziewięciu dziesięć|dziesięciu jedenaście|jedenastu dwanaście|dwunastu trzynaście|trzynastu
    czternaście|czternastu piętnaście|piętnastu szesnaście|szesnastu siedemnaście|siedemnastu osiemnaście|osiemnastu
    dziewiętnaście|dziewiętnastu dwadzieścia|dwudziestu`,
  tens: `trzydzieści|trzydziestu czterdzieści|czterdziestu pięćdziesiąt|pięćdziesięciu sześćdziesiąt|sześćdziesięciu
    siedemdziesiąt|siedemdziesięciu osiemdziesiąt|osiemdziesięciu dziewięćdziesiąt|dziewięćdziesięciu`,
  hundreds:
    'sto|stu dwieście|dwustu trzysta|trzystu czterysta|czterystu pięćset|pięciuset sześćset siedemset osiemset dziewięćset',
  fractions: 'połowa|połowę|połowy - ćwierć -',
  ordinals: `pierwszy|pierwsza|pierwsze|pierwszego|pierwszej drugi|druga|drugie|drugiego|drugiej trzeci|trzecia|trzecie|trzeciego
    czwarty|czwarta piąty|piąta szósty|szósta siódmy|siódma ósmy|ósma dziewiąty|dziewiąta dziesiąty|dziesiąta`,
  magnitudes:
    'tysiąc:3 tysiące:3 tysięcy:3 tys:3 milion:6 miliony:6 milionów:6 mln:6 miliard:9 miliardy:9 miliardów:9 mld:9',
  joiners: '',
  beforeName:
    'pan pani prezydent premier minister burmistrz wojewoda sędzia generał poseł posłanka senator król papież dr prof',
  afterName: ''
}
