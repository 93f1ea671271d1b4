import type { Language } from './language.ts'

export const nl: Language = {
  code: 'nl',
  common: 'de het een van en dat niet zijn op voor met werd ook aan bij om heeft naar uit zich wordt',
  negations: `niet geen nooit niemand niets zonder nergens noch nee ontkent ontkende ontkennen nauwelijks`,
  negativePrefixes: 'on in im il ir niet- mis',
  hedges: `misschien mogelijk mogelijke vermoedelijk vermoedelijke vermeend vermeende naar_verluidt zou zouden waarschijnlijk
    waarschijnlijke blijkbaar kennelijk ogenschijnlijk zogenaamd zogenaamde verdacht verdachte schijnbaar wellicht allicht kan
    kunnen lijkt lijken`,
  attributions: `zei zeiden zegt zeggen verklaarde verklaart meldde meldt stelde stelt beweerde beweert vertelde vertelt
    bevestigde bevestigt waarschuwde waarschuwt kondigde gaf schreef schrijft benadrukte voegde erkende liet`,
  sources: 'volgens aldus naar_zeggen_van',
  months: `januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sept oktober|okt november|nov
    december|dec`,
  days: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren vandaag morgen eergisteren overmorgen',
  time: `seconde|seconden minuut|minuten|min uur|uren dag|dagen week|weken maand|maanden jaar|jaren`,
  ones: `nul één|eén twee drie vier vijf zes zeven acht negen tien elf twaalf|dozijn dertien veertien vijftien zestien zeventien
    achttien negentien twintig`,
  tens: 'dertig veertig vijftig zestig zeventig tachtig negentig',
  hundreds: '',
  fractions: 'helft|half|halve - kwart -',
  ordinals: 'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde',
  magnitudes:
    'honderd:2 honderden:2 duizend:3 duizenden:3 miljoen:6 miljoenen:6 miljard:9 miljarden:9 biljoen:12 mln:6 mld:9',
  joiners: 'en ën',
  beforeName: `dhr mevr mevrouw meneer dr prof professor minister premier president burgemeester rechter generaal koning koningin
    paus wethouder staatssecretaris`,
  afterName: ''
}
