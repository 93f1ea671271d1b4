import type { Language } from './language.ts'

export const fr: Language = {
  code: 'fr',
  common: 'le la les des et est une dans pour que qui sur par au aux du avec été ont cette ses son selon',
  negations: `ne pas jamais aucun aucune rien personne sans non ni nul nulle guère nie nient démenti dément refuse refusé`,
  negativePrefixes: 'in im il ir dé dés mal non non-',
  hedges: `peut-être présumé présumée présumés présumées prétendu prétendue prétendument probablement probable probables pourrait
    pourraient semble semblent sembleraient apparemment éventuellement éventuel éventuelle possible possiblement soupçonné
    soupçonnée supposé supposée aurait auraient serait seraient vraisemblablement sans_doute`,
  attributions: `dit disent affirme affirment affirmé déclare déclaré déclarent assure assuré annonce annoncé explique expliqué
    indique indiqué précise précisé prétend prétendu estime estimé ajoute ajouté soutient soutenu reconnu reconnaît averti confirmé
    confirme rappelé souligné souligne raconté`,
  sources: 'selon d’après citant source sources_proches',
  months: `janvier|janv février|févr|fév mars avril|avr mai juin juillet|juil août septembre|sept octobre|oct novembre|nov
    décembre|déc`,
  days: 'lundi mardi mercredi jeudi vendredi samedi dimanche hier demain aujourd’hui avant-hier après-demain',
  time: 'seconde|secondes|s minute|minutes|min heure|heures|h jour|jours|j semaine|semaines mois an|ans|année|années',
  ones: `zéro - deux trois quatre cinq six sept huit neuf dix onze douze|douzaine treize quatorze quinze|quinzaine seize - - - vingt|vingts|vingtaine`,
  tens: 'trente|trentaine quarante|quarantaine cinquante|cinquantaine soixante|soixantaine septante octante|huitante nonante',
  hundreds: '',
  fractions: 'moitié|demi|demie tiers quart|quarts -',
  ordinals: `premier|première deuxième|second|seconde troisième quatrième cinquième sixième septième huitième neuvième dixième
    onzième douzième`,
  magnitudes: `cent:2 cents:2 centaine:2 centaines:2 mille:3 millier:3 milliers:3 million:6 millions:6 milliard:9 milliards:9
    md:9 mds:9 m:6`,
  joiners: 'et',
  beforeName: `m mm mme mlle dr docteur pr professeur président présidente ministre maire député députée sénateur sénatrice juge
    général roi reine pape monsieur madame maître porte-parole`,
  afterName: ''
}
