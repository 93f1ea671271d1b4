/** One place where two revisions differ (empty: a paragraph that came, or went), and whether the note admits it. */
type Place = readonly [before: string, after: string, disclosure: 'noted' | 'silent']

/** A note that the newer revision carries and the older does not, and what else changed. */
export interface NoteCase {
  readonly lang: string
  readonly note: string
  readonly places: readonly Place[]
}

const of =
  (lang: string) =>
  (note: string, ...places: readonly Place[]): NoteCase => ({ lang, note, places })

const en = of('en')
const fr = of('fr')
const de = of('de')
const es = of('es')
const pt = of('pt')
const it = of('it')
const nl = of('nl')
const ru = of('ru')
const ar = of('ar')
const ja = of('ja')
const zh = of('zh')
const hi = of('hi')

const english: readonly NoteCase[] = [
  en(
    'Correction: an earlier version of this article gave the wrong age for Ms Brook.',
    [
      'Lena Brook, 41, has run the ferry since her father left it to her.',
      'Lena Brook, 42, has run the ferry since her father left it to her.',
      'noted'
    ],
    ['“We were promised a new boat and never saw one,” she told the harbour board in May.', '', 'silent'],
    [
      'The new landing is expected to cost £2.4m and to open by autumn.',
      'The new landing is expected to cost £3.1m and to open by autumn.',
      'silent'
    ]
  ),
  en(
    'Correction, 4 March: The council will move 60 households, not 40 as we reported.',
    [
      'The council said it would move 40 households while the wall is raised.',
      'The council said it would move 60 households while the wall is raised.',
      'noted'
    ],
    [
      'Eleven people were hurt when the old steps gave way last winter.',
      'Fourteen people were hurt when the old steps gave way last winter.',
      'silent'
    ],
    [
      'The works are to begin on 4 March if the weather allows.',
      'The works are to begin on 18 March if the weather allows.',
      'silent'
    ]
  ),
  en(
    'This story has been corrected: the harbour master is named Tobin Ashe, not Tobin Nash.',
    [
      'The harbour master, Tobin Nash, closed the pier before noon.',
      'The harbour master, Tobin Ashe, closed the pier before noon.',
      'noted'
    ],
    [
      'Two of the boats allegedly went out against his orders that day.',
      'Two of the boats went out against his orders that day.',
      'silent'
    ]
  ),
  en(
    'Correction: the town clerk is Ann Lee, not Ann Low.',
    [
      'The town clerk, Ann Low, read the letter out before the vote.',
      'The town clerk, Ann Lee, read the letter out before the vote.',
      'noted'
    ],
    [
      'Its author, Tom Hay, has owned the yard since the flood.',
      'Its author, Tom Day, has owned the yard since the flood.',
      'silent'
    ]
  ),
  en(
    'Correction: this story said the firm was found liable; the court found that it was “not liable”.',
    [
      'The court found that the firm was liable for the damage to the boats.',
      'The court found that the firm was not liable for the damage to the boats.',
      'noted'
    ],
    [
      'Nobody from the firm was in court to hear it on that day.',
      'Everybody from the firm was in court to hear it on that day.',
      'silent'
    ]
  ),
  en(
    'This article was edited for style and clarity.',
    [
      'The wall is going to be made higher by the builders in spring.',
      'The builders will raise the wall and its steps in spring.',
      'noted'
    ],
    [
      'The council said it would move 40 households while the work goes on.',
      'The council said it would move 60 households while the work goes on.',
      'silent'
    ]
  ),
  en(
    'An earlier version of this article misquoted the minister.',
    [
      '“We will look at every house on the quay,” the minister said after the meeting.',
      '“We may look at some houses on the quay,” the minister said after the meeting.',
      'noted'
    ],
    [
      'The court found that the firm was not liable for the damage to the boats.',
      'The court found that the firm was liable for the damage to the boats.',
      'silent'
    ]
  ),
  en(
    'This article has been updated to include a response from the water company.',
    ['', 'The water company said it had replaced the pumps and would publish the readings.', 'noted'],
    [
      'Residents said the pumps had failed 12 times since the new year began.',
      'Residents said the pumps had failed 3 times since the new year began.',
      'silent'
    ],
    ['“Nobody from the firm ever came to see us,” said a neighbour on the lower street.', '', 'silent']
  ),
  en(
    'This article was updated on 4 March 2026.',
    [
      'The council said it would move 40 households while the wall is raised.',
      'The council said it would move 60 households while the wall is raised.',
      'silent'
    ],
    [
      'The hearing is set for 3 March in the town hall on the square.',
      'The hearing is set for 4 March in the town hall on the square.',
      'silent'
    ]
  ),
  en(
    'Clarification: The date of the hearing was wrong in an earlier version of this report.',
    [
      'The hearing is set for 3 May in the town hall on the square.',
      'The hearing is set for 13 May in the town hall on the square.',
      'noted'
    ],
    [
      'Some 300 people have signed the letter against the plan so far.',
      'Some 450 people have signed the letter against the plan so far.',
      'silent'
    ]
  ),
  en(
    'Editor’s note: we removed what an earlier version said of the hotel’s former owner, on legal advice.',
    ['The former owner of the hotel had twice been warned about the state of its stairs.', '', 'noted'],
    ['Work on the east wing never stopped, a builder who was there every day said.', '', 'silent']
  ),
  en(
    'Correction: A previous version of this story misstated the number of people killed in the fire.',
    [
      'The fire killed 12 people and destroyed the upper floors of the mill.',
      'The fire killed 14 people and destroyed the upper floors of the mill.',
      'noted'
    ],
    [
      'Insurers put the damage at $3 million in a first estimate on Friday.',
      'Insurers put the damage at $5 million in a first estimate on Friday.',
      'silent'
    ]
  ),
  en(
    'Correction: an earlier version misstated the mayor’s position. He said he would not sell the quay.',
    [
      'The mayor said he would sell the quay to the highest bidder.',
      'The mayor said he would not sell the quay to the highest bidder.',
      'noted'
    ],
    [
      'The wall is 12 metres high where it was raised last year.',
      'The wall is 14 metres high where it was raised last year.',
      'silent'
    ]
  ),
  en(
    'An earlier version gave the wrong year for the building of the mill.',
    [
      'The mill was built in 1906 by two brothers from the valley.',
      'The mill was built in 1916 by two brothers from the valley.',
      'noted'
    ],
    [
      'A ticket for the mill and its garden is £5 for a day.',
      'A ticket for the mill and its garden is £7 for a day.',
      'silent'
    ]
  ),
  en(
    'Correction: This article previously stated that 12 people were killed. The correct figure is 48.',
    [
      'The fire killed 12 people in the mill above the town.',
      'The fire killed 48 people in the mill above the town.',
      'noted'
    ],
    [
      'It went on for three hours before help came over the hill.',
      'It went on for five hours before help came over the hill.',
      'silent'
    ]
  )
]

const french: readonly NoteCase[] = [
  fr(
    'Correction : une version précédente de cet article donnait un âge erroné pour Mme Lorin.',
    [
      'Camille Lorin, 41 ans, dirige le bac depuis la mort de son père.',
      'Camille Lorin, 42 ans, dirige le bac depuis la mort de son père.',
      'noted'
    ],
    [
      '« On nous avait promis un bateau neuf, nous ne l’avons jamais vu », disait-elle au conseil du port.',
      '',
      'silent'
    ],
    [
      'Le nouveau quai doit coûter 2,4 millions d’euros et ouvrir à l’automne.',
      'Le nouveau quai doit coûter 3,1 millions d’euros et ouvrir à l’automne.',
      'silent'
    ]
  ),
  fr(
    'Rectificatif : la mairie relogera 60 familles, et non 40 comme nous l’avions écrit.',
    [
      'La mairie a annoncé qu’elle relogerait 40 familles pendant les travaux du mur.',
      'La mairie a annoncé qu’elle relogerait 60 familles pendant les travaux du mur.',
      'noted'
    ],
    [
      'Onze personnes ont été blessées quand le vieil escalier a cédé cet hiver.',
      'Quatorze personnes ont été blessées quand le vieil escalier a cédé cet hiver.',
      'silent'
    ]
  ),
  fr(
    'Cet article a été modifié le 4 mars pour corriger le nom du capitaine Rouvel.',
    [
      'Le capitaine Rouvet a fermé la jetée avant midi, selon la préfecture.',
      'Le capitaine Rouvel a fermé la jetée avant midi, selon la préfecture.',
      'noted'
    ],
    [
      'Le tribunal a jugé que la société n’était pas responsable des dégâts.',
      'Le tribunal a jugé que la société était responsable des dégâts.',
      'silent'
    ]
  ),
  fr(
    'Mise à jour, 14 h 05 : ajout de la réaction de la compagnie des eaux.',
    ['', 'La compagnie des eaux affirme avoir remplacé les pompes et promet de publier les relevés.', 'noted'],
    [
      'Les pompes sont tombées en panne 12 fois depuis le début de l’année.',
      'Les pompes sont tombées en panne 3 fois depuis le début de l’année.',
      'silent'
    ]
  ),
  fr(
    'Précision : la date de l’audience a été corrigée.',
    [
      'L’audience est fixée au 3 mai dans la grande salle de la mairie.',
      'L’audience est fixée au 13 mai dans la grande salle de la mairie.',
      'noted'
    ],
    [
      'Quelque 300 habitants ont signé la lettre contre le projet.',
      'Quelque 450 habitants ont signé la lettre contre le projet.',
      'silent'
    ]
  ),
  fr(
    'Erratum : le titre de cet article a été changé.',
    [
      'Des voisins du port racontent une nuit sans sommeil et sans lumière.',
      'Des riverains du port racontent une nuit sans sommeil et sans lumière.',
      'silent'
    ],
    [
      'Quelque 300 habitants ont signé la lettre contre le projet.',
      'Quelque 450 habitants ont signé la lettre contre le projet.',
      'silent'
    ]
  )
]

const german: readonly NoteCase[] = [
  de(
    'Korrektur: In einer früheren Version stand ein falsches Alter von Frau Brinkmann.',
    [
      'Lena Brinkmann, 41 Jahre alt, führt die Fähre seit dem Tod ihres Vaters.',
      'Lena Brinkmann, 42 Jahre alt, führt die Fähre seit dem Tod ihres Vaters.',
      'noted'
    ],
    ['„Man hat uns ein neues Boot versprochen, gesehen haben wir es nie“, sagte sie dem Hafenrat.', '', 'silent'],
    [
      'Der neue Anleger soll 2,4 Millionen Euro kosten und im Herbst öffnen.',
      'Der neue Anleger soll 3,1 Millionen Euro kosten und im Herbst öffnen.',
      'silent'
    ]
  ),
  de(
    'In einer früheren Fassung dieses Artikels hieß es, 40 Familien müssten umziehen. Es sind 60.',
    [
      'Während der Arbeiten an der Mauer müssen 40 Familien aus der Zeile umziehen.',
      'Während der Arbeiten an der Mauer müssen 60 Familien aus der Zeile umziehen.',
      'noted'
    ],
    [
      'Elf Menschen wurden verletzt, als die alte Treppe im Winter nachgab.',
      'Vierzehn Menschen wurden verletzt, als die alte Treppe im Winter nachgab.',
      'silent'
    ]
  ),
  de(
    'Berichtigung: Der Hafenmeister heißt Tobias Asch, nicht Tobias Nasch.',
    [
      'Der Hafenmeister Tobias Nasch sperrte den Pier noch am Vormittag.',
      'Der Hafenmeister Tobias Asch sperrte den Pier noch am Vormittag.',
      'noted'
    ],
    [
      'Zwei der Boote sind mutmaßlich gegen seine Anweisung ausgelaufen.',
      'Zwei der Boote sind gegen seine Anweisung ausgelaufen.',
      'silent'
    ]
  ),
  de(
    'Anm. d. Red.: Die Zahl der Todesopfer wurde berichtigt.',
    [
      'Bei dem Brand in der Mühle kamen 12 Menschen ums Leben, es gab viele Tote im Obergeschoss.',
      'Bei dem Brand in der Mühle kamen 14 Menschen ums Leben, es gab viele Tote im Obergeschoss.',
      'noted'
    ],
    [
      'Die Versicherer schätzen den Schaden auf 3 Millionen Euro.',
      'Die Versicherer schätzen den Schaden auf 5 Millionen Euro.',
      'silent'
    ]
  ),
  de(
    'Dieser Artikel wurde am 4. März 2026 aktualisiert und um eine Stellungnahme der Wasserwerke ergänzt.',
    [
      '',
      'Die Wasserwerke teilten mit, sie hätten die Pumpen ersetzt und wollten die Messwerte veröffentlichen.',
      'noted'
    ],
    [
      'Die Anhörung ist für den 3. März im Rathaus am Markt angesetzt.',
      'Die Anhörung ist für den 4. März im Rathaus am Markt angesetzt.',
      'silent'
    ]
  ),
  de(
    'Hinweis: Wir haben das Zitat der Ministerin korrigiert.',
    [
      '„Wir sehen uns jedes Haus am Kai genau an“, sagte die Ministerin nach der Sitzung.',
      '„Wir sehen uns einige Häuser am Kai genau an“, sagte die Ministerin nach der Sitzung.',
      'noted'
    ],
    [
      'Das Gericht entschied, dass die Firma nicht für die Schäden haftet.',
      'Das Gericht entschied, dass die Firma für die Schäden haftet.',
      'silent'
    ]
  )
]

const spanish: readonly NoteCase[] = [
  es(
    'Fe de errores: en una versión anterior de esta noticia la edad de la señora Prado era incorrecta.',
    [
      'Lucía Prado, de 41 años, lleva el transbordador desde la muerte de su padre.',
      'Lucía Prado, de 42 años, lleva el transbordador desde la muerte de su padre.',
      'noted'
    ],
    ['«Nos prometieron un barco nuevo y nunca lo vimos», dijo ante la junta del puerto.', '', 'silent'],
    [
      'El nuevo muelle costará 2,4 millones de euros y abrirá en otoño.',
      'El nuevo muelle costará 3,1 millones de euros y abrirá en otoño.',
      'silent'
    ]
  ),
  es(
    'Corrección: el ayuntamiento realojará a 60 familias, no a 40 como se publicó.',
    [
      'El ayuntamiento anunció que realojará a 40 familias mientras dure la obra del muro.',
      'El ayuntamiento anunció que realojará a 60 familias mientras dure la obra del muro.',
      'noted'
    ],
    [
      'Once personas resultaron heridas cuando cedió la vieja escalera este invierno.',
      'Catorce personas resultaron heridas cuando cedió la vieja escalera este invierno.',
      'silent'
    ]
  ),
  es(
    'Rectificación: el apellido del capitán del puerto es Robles, y no Roble.',
    [
      'El capitán del puerto, Tomás Roble, cerró el muelle antes del mediodía.',
      'El capitán del puerto, Tomás Robles, cerró el muelle antes del mediodía.',
      'noted'
    ],
    [
      'Dos de los barcos salieron supuestamente en contra de sus órdenes.',
      'Dos de los barcos salieron en contra de sus órdenes.',
      'silent'
    ]
  ),
  es(
    'Este artículo ha sido actualizado para añadir la respuesta de la compañía de aguas.',
    ['', 'La compañía de aguas sostiene que cambió las bombas y que publicará las mediciones.', 'noted'],
    [
      'Las bombas han fallado 12 veces desde que empezó el año, según los vecinos.',
      'Las bombas han fallado 3 veces desde que empezó el año, según los vecinos.',
      'silent'
    ]
  ),
  es(
    'Aclaración: la fecha de la vista era errónea.',
    [
      'La vista se celebrará el 3 de mayo en el salón del ayuntamiento.',
      'La vista se celebrará el 13 de mayo en el salón del ayuntamiento.',
      'noted'
    ],
    [
      'El tribunal concluyó que la empresa no era responsable de los daños.',
      'El tribunal concluyó que la empresa era responsable de los daños.',
      'silent'
    ]
  )
]

const portuguese: readonly NoteCase[] = [
  pt(
    'Errata: uma versão anterior desta reportagem informava a idade errada da barqueira.',
    [
      'Lúcia Prates, de 41 anos, cuida da balsa desde a morte do pai.',
      'Lúcia Prates, de 42 anos, cuida da balsa desde a morte do pai.',
      'noted'
    ],
    ['“Prometeram um barco novo e ele nunca veio”, disse ela ao conselho do porto.', '', 'silent'],
    [
      'O novo cais deve custar R$ 2,4 milhões e abrir no outono.',
      'O novo cais deve custar R$ 3,1 milhões e abrir no outono.',
      'silent'
    ]
  ),
  pt(
    'Correção: a prefeitura vai remover 60 famílias, e não 40, como informado antes.',
    [
      'A prefeitura anunciou que vai remover 40 famílias enquanto o muro é erguido.',
      'A prefeitura anunciou que vai remover 60 famílias enquanto o muro é erguido.',
      'noted'
    ],
    [
      'Onze pessoas ficaram feridas quando a velha escada cedeu no inverno.',
      'Quatorze pessoas ficaram feridas quando a velha escada cedeu no inverno.',
      'silent'
    ]
  ),
  pt(
    'Erramos: o nome do capitão do porto é Tomás Rocha, e não Tomás Roxa.',
    [
      'O capitão do porto, Tomás Roxa, fechou o píer antes do meio-dia.',
      'O capitão do porto, Tomás Rocha, fechou o píer antes do meio-dia.',
      'noted'
    ],
    [
      'Dois dos barcos supostamente saíram contra as ordens dele.',
      'Dois dos barcos saíram contra as ordens dele.',
      'silent'
    ]
  ),
  pt(
    'Atualização às 14h05: a reportagem foi ampliada com o posicionamento da companhia de água.',
    ['', 'A companhia de água afirma que trocou as bombas e promete publicar as medições.', 'noted'],
    [
      'As bombas falharam 12 vezes desde o começo do ano, segundo os moradores.',
      'As bombas falharam 3 vezes desde o começo do ano, segundo os moradores.',
      'silent'
    ]
  ),
  pt(
    'Correção: a data da audiência estava errada.',
    [
      'A audiência está marcada para 3 de maio no salão da prefeitura.',
      'A audiência está marcada para 13 de maio no salão da prefeitura.',
      'noted'
    ],
    [
      'O tribunal concluiu que a empresa não era responsável pelos danos.',
      'O tribunal concluiu que a empresa era responsável pelos danos.',
      'silent'
    ]
  ),
  pt(
    'O texto foi atualizado às 14h05 para corrigir a altura do muro.',
    [
      'O muro novo tem 12 metros e protege as casas da beira.',
      'O muro novo tem 14 metros e protege as casas da beira.',
      'noted'
    ],
    [
      'A prefeitura disse que não vai vender o cais neste ano.',
      'A prefeitura disse que vai vender o cais neste ano.',
      'silent'
    ]
  )
]

const italian: readonly NoteCase[] = [
  it(
    'Rettifica: in una versione precedente di questo articolo l’età della signora Prati era sbagliata.',
    [
      'Lucia Prati, 41 anni, guida il traghetto dalla morte del padre.',
      'Lucia Prati, 42 anni, guida il traghetto dalla morte del padre.',
      'noted'
    ],
    ['«Ci avevano promesso una barca nuova e non l’abbiamo mai vista», ha detto al consiglio del porto.', '', 'silent'],
    [
      'Il nuovo molo costerà 2,4 milioni di euro e aprirà in autunno.',
      'Il nuovo molo costerà 3,1 milioni di euro e aprirà in autunno.',
      'silent'
    ]
  ),
  it(
    'Correzione: il comune trasferirà 60 famiglie, non 40 come avevamo scritto.',
    [
      'Il comune ha annunciato che trasferirà 40 famiglie durante i lavori del muro.',
      'Il comune ha annunciato che trasferirà 60 famiglie durante i lavori del muro.',
      'noted'
    ],
    [
      'Undici persone sono rimaste ferite quando la vecchia scala ha ceduto.',
      'Quattordici persone sono rimaste ferite quando la vecchia scala ha ceduto.',
      'silent'
    ]
  ),
  it(
    'Errata corrige: il cognome del comandante del porto è Rovelli, non Ravelli.',
    [
      'Il comandante del porto, Tommaso Ravelli, ha chiuso il molo prima di mezzogiorno.',
      'Il comandante del porto, Tommaso Rovelli, ha chiuso il molo prima di mezzogiorno.',
      'noted'
    ],
    [
      'Due delle barche sarebbero presumibilmente uscite contro i suoi ordini.',
      'Due delle barche sarebbero uscite contro i suoi ordini.',
      'silent'
    ]
  ),
  it(
    'Aggiornamento delle 14.05: aggiunta la replica della società idrica.',
    ['', 'La società idrica sostiene di avere sostituito le pompe e promette di pubblicare le misure.', 'noted'],
    [
      'Le pompe si sono fermate 12 volte dall’inizio dell’anno, dicono i residenti.',
      'Le pompe si sono fermate 3 volte dall’inizio dell’anno, dicono i residenti.',
      'silent'
    ]
  ),
  it(
    'Precisazione: la data dell’udienza è stata corretta.',
    [
      'L’udienza è fissata per il 3 maggio nella sala del municipio.',
      'L’udienza è fissata per il 13 maggio nella sala del municipio.',
      'noted'
    ],
    [
      'Il tribunale ha stabilito che la ditta non era responsabile dei danni.',
      'Il tribunale ha stabilito che la ditta era responsabile dei danni.',
      'silent'
    ]
  )
]

const dutch: readonly NoteCase[] = [
  nl(
    'Correctie: in een eerdere versie stond een onjuiste leeftijd van mevrouw Brinkman.',
    [
      'Lena Brinkman, 41 jaar oud, vaart de veerpont sinds de dood van haar vader.',
      'Lena Brinkman, 42 jaar oud, vaart de veerpont sinds de dood van haar vader.',
      'noted'
    ],
    ['“Ze hebben ons een nieuwe boot beloofd en we hebben hem nooit gezien”, zei ze tegen de havenraad.', '', 'silent'],
    [
      'De nieuwe steiger gaat 2,4 miljoen euro kosten en opent in de herfst.',
      'De nieuwe steiger gaat 3,1 miljoen euro kosten en opent in de herfst.',
      'silent'
    ]
  ),
  nl(
    'Rectificatie: de gemeente verplaatst 60 gezinnen, niet 40 zoals eerder gemeld.',
    [
      'De gemeente zei dat ze 40 gezinnen verplaatst terwijl de muur wordt verhoogd.',
      'De gemeente zei dat ze 60 gezinnen verplaatst terwijl de muur wordt verhoogd.',
      'noted'
    ],
    [
      'Elf mensen raakten gewond toen de oude trap deze winter bezweek.',
      'Veertien mensen raakten gewond toen de oude trap deze winter bezweek.',
      'silent'
    ]
  ),
  nl(
    'Dit artikel is op 4 maart aangepast: de havenmeester heet Tobias Asch en niet Tobias Nasch.',
    [
      'De havenmeester, Tobias Nasch, sloot de pier al voor de middag.',
      'De havenmeester, Tobias Asch, sloot de pier al voor de middag.',
      'noted'
    ],
    [
      'De werkzaamheden beginnen op 3 maart als het weer het toelaat.',
      'De werkzaamheden beginnen op 4 maart als het weer het toelaat.',
      'silent'
    ]
  ),
  nl(
    'Update: reactie van het waterbedrijf toegevoegd.',
    ['', 'Het waterbedrijf zegt dat het de pompen heeft vervangen en de metingen gaat publiceren.', 'noted'],
    [
      'De pompen zijn sinds het begin van het jaar 12 keer uitgevallen.',
      'De pompen zijn sinds het begin van het jaar 3 keer uitgevallen.',
      'silent'
    ]
  ),
  nl(
    'Verduidelijking: het citaat van de minister is aangepast.',
    [
      '“We bekijken elk huis aan de kade”, zei de minister na de vergadering.',
      '“We bekijken enkele huizen aan de kade”, zei de minister na de vergadering.',
      'noted'
    ],
    [
      'De rechter vond dat het bedrijf niet aansprakelijk was voor de schade.',
      'De rechter vond dat het bedrijf aansprakelijk was voor de schade.',
      'silent'
    ]
  )
]

const russian: readonly NoteCase[] = [
  ru(
    'Исправление: в предыдущей версии статьи был указан неверный возраст Лены Бруковой.',
    [
      'Лене Бруковой 41 год, она водит паром с тех пор, как умер её отец.',
      'Лене Бруковой 42 года, она водит паром с тех пор, как умер её отец.',
      'noted'
    ],
    ['«Нам обещали новый катер, но мы его так и не увидели», — сказала она на совете порта.', '', 'silent'],
    [
      'Новый причал обойдётся в 2,4 млн рублей и откроется осенью.',
      'Новый причал обойдётся в 3,1 млн рублей и откроется осенью.',
      'silent'
    ]
  ),
  ru(
    'Уточнение: переселят 60 семей, а не 40, как сообщалось ранее.',
    [
      'В мэрии заявили, что на время работ переселят 40 семей с набережной.',
      'В мэрии заявили, что на время работ переселят 60 семей с набережной.',
      'noted'
    ],
    [
      'При обрушении старой лестницы зимой были ранены 11 человек.',
      'При обрушении старой лестницы зимой были ранены 14 человек.',
      'silent'
    ]
  ),
  ru(
    'В первоначальной версии материала была неверно указана фамилия капитана порта Нашева.',
    [
      'Капитан порта Томас Нащев закрыл пирс ещё до полудня, сообщили в мэрии.',
      'Капитан порта Томас Нашев закрыл пирс ещё до полудня, сообщили в мэрии.',
      'noted'
    ],
    ['Два катера якобы вышли в море вопреки его приказу.', 'Два катера вышли в море вопреки его приказу.', 'silent']
  ),
  ru(
    'Обновлено: добавлен комментарий водоканала.',
    ['', 'В водоканале сообщили, что насосы заменены, и пообещали опубликовать замеры.', 'noted'],
    [
      'С начала года насосы отказывали 12 раз, говорят жители нижней улицы.',
      'С начала года насосы отказывали 3 раза, говорят жители нижней улицы.',
      'silent'
    ]
  ),
  ru(
    'Поправка: исправлена дата слушаний.',
    [
      'Слушания назначены на 3 мая в большом зале мэрии на площади.',
      'Слушания назначены на 13 мая в большом зале мэрии на площади.',
      'noted'
    ],
    [
      'Суд решил, что фирма не несёт ответственности за ущерб лодкам.',
      'Суд решил, что фирма несёт ответственность за ущерб лодкам.',
      'silent'
    ]
  )
]

const arabic: readonly NoteCase[] = [
  ar(
    'تصحيح: ذكرت نسخة سابقة من هذا المقال عمر السيدة برهان بشكل خاطئ.',
    [
      'تدير لينا برهان البالغة من العمر 41 عاما العبارة منذ وفاة والدها.',
      'تدير لينا برهان البالغة من العمر 42 عاما العبارة منذ وفاة والدها.',
      'noted'
    ],
    ['«وعدونا بقارب جديد ولم نره أبدا»، قالت أمام مجلس الميناء في الربيع.', '', 'silent'],
    [
      'سيكلف الرصيف الجديد 24 مليون دولار ويفتتح في الخريف المقبل.',
      'سيكلف الرصيف الجديد 31 مليون دولار ويفتتح في الخريف المقبل.',
      'silent'
    ]
  ),
  ar(
    'تصويب: ستنقل البلدية 60 عائلة وليس 40 كما ورد سابقا.',
    [
      'قالت البلدية إنها ستنقل 40 عائلة أثناء رفع الجدار البحري.',
      'قالت البلدية إنها ستنقل 60 عائلة أثناء رفع الجدار البحري.',
      'noted'
    ],
    [
      'جرح 11 شخصا عندما انهار الدرج القديم في الشتاء الماضي.',
      'جرح 14 شخصا عندما انهار الدرج القديم في الشتاء الماضي.',
      'silent'
    ]
  ),
  ar(
    'تم تحديث هذا الخبر بإضافة رد شركة المياه.',
    ['', 'قالت شركة المياه إنها استبدلت المضخات وستنشر القياسات قريبا.', 'noted'],
    [
      'تعطلت المضخات 12 مرة منذ بداية العام بحسب سكان الشارع.',
      'تعطلت المضخات 32 مرة منذ بداية العام بحسب سكان الشارع.',
      'silent'
    ]
  ),
  ar(
    'توضيح: تم تصحيح تاريخ الجلسة.',
    [
      'تعقد الجلسة في 3 مايو في قاعة البلدية الكبرى وسط المدينة.',
      'تعقد الجلسة في 13 مايو في قاعة البلدية الكبرى وسط المدينة.',
      'noted'
    ],
    ['وقع نحو 300 من السكان على الرسالة ضد المشروع.', 'وقع نحو 450 من السكان على الرسالة ضد المشروع.', 'silent']
  ),
  ar(
    'تحديث: جرى تعديل صياغة الخبر في 4 مارس.',
    [
      'تعقد الجلسة في 3 مارس في قاعة البلدية الكبرى وسط المدينة.',
      'تعقد الجلسة في 4 مارس في قاعة البلدية الكبرى وسط المدينة.',
      'silent'
    ],
    ['وقع نحو 300 من السكان على الرسالة ضد المشروع.', 'وقع نحو 450 من السكان على الرسالة ضد المشروع.', 'silent']
  ),
  ar(
    'تنويه: ورد اسم القبطان بشكل خاطئ في نسخة سابقة من الخبر.',
    [
      'أغلق القبطان سليم الرصيف قبل الظهر خوفا من العاصفة.',
      'أغلق القبطان سالم الرصيف قبل الظهر خوفا من العاصفة.',
      'noted'
    ],
    ['يبلغ ارتفاع الجدار الجديد 12 مترا في وسط المدينة.', 'يبلغ ارتفاع الجدار الجديد 14 مترا في وسط المدينة.', 'silent']
  )
]

const japanese: readonly NoteCase[] = [
  ja(
    '【訂正】当初の記事で船長の年齢に誤りがありました。',
    [
      '船長の森川さん（41）は父の死後、渡し船を守ってきた。',
      '船長の森川さん（42）は父の死後、渡し船を守ってきた。',
      'noted'
    ],
    ['「新しい船を約束されたのに、一度も見ていない」と港の会議で話した。', '', 'silent'],
    ['新しい桟橋の建設費は2億円で、秋に開業する予定だ。', '新しい桟橋の建設費は3億円で、秋に開業する予定だ。', 'silent']
  ),
  ja(
    '訂正：移転する世帯を40世帯としましたが、60世帯の誤りでした。',
    [
      '市は護岸工事の間、40世帯に移転を求めると発表した。',
      '市は護岸工事の間、60世帯に移転を求めると発表した。',
      'noted'
    ],
    ['冬に古い階段が崩れ、11人がけがをした。', '冬に古い階段が崩れ、14人がけがをした。', 'silent']
  ),
  ja(
    '追記（3月4日）：水道会社のコメントを追加しました。',
    ['', '水道会社は、ポンプを交換し測定値を公表すると説明した。', 'noted'],
    ['ポンプは年初から12回も止まったと住民は話す。', 'ポンプは年初から15回も止まったと住民は話す。', 'silent']
  ),
  ja(
    'おわびと訂正：公聴会の日付が誤っていました。',
    ['公聴会は5月3日に市役所の大ホールで開かれる。', '公聴会は5月13日に市役所の大ホールで開かれる。', 'noted'],
    ['計画に反対する手紙には300人が署名した。', '計画に反対する手紙には450人が署名した。', 'silent']
  ),
  ja(
    '修正：港長の名前は高橋ではなく高梨でした。',
    [
      '港長の高橋さんは昼前に桟橋を閉鎖したと市は説明した。',
      '港長の高梨さんは昼前に桟橋を閉鎖したと市は説明した。',
      'noted'
    ],
    ['計画に反対する手紙には300人が署名した。', '計画に反対する手紙には450人が署名した。', 'silent']
  ),
  ja(
    '※死者数を訂正しました（3月4日）',
    ['水車小屋の火災で12人が死亡したと消防が発表した。', '水車小屋の火災で14人が死亡したと消防が発表した。', 'noted'],
    ['被害額は3億円に上ると保険会社はみている。', '被害額は5億円に上ると保険会社はみている。', 'silent']
  )
]

const chinese: readonly NoteCase[] = [
  zh(
    '更正：本文较早版本的年龄有误。',
    ['船长林岚今年41岁，自父亲去世后一直经营这条渡船。', '船长林岚今年42岁，自父亲去世后一直经营这条渡船。', 'noted'],
    ['“他们答应给我们一艘新船，可我们从来没见过。”她在港口会议上说。', '', 'silent'],
    ['新码头预计耗资240万元，将于秋天开放。', '新码头预计耗资310万元，将于秋天开放。', 'silent']
  ),
  zh(
    '更正：此前版本误称有40户居民搬迁，实际为60户。',
    ['市政府表示，海堤施工期间将有40户居民搬迁。', '市政府表示，海堤施工期间将有60户居民搬迁。', 'noted'],
    ['去年冬天旧台阶坍塌，造成11人受伤。', '去年冬天旧台阶坍塌，造成14人受伤。', 'silent']
  ),
  zh(
    '本文已更新，加入水务公司的回应。',
    ['', '水务公司表示已经更换水泵，并将公布检测结果。', 'noted'],
    ['居民说，今年以来水泵已经停了12次。', '居民说，今年以来水泵已经停了32次。', 'silent']
  ),
  zh(
    '勘误：听证会的日期有误。',
    ['听证会定于5月3日在市政厅大礼堂举行。', '听证会定于5月13日在市政厅大礼堂举行。', 'noted'],
    ['已有300人在反对该计划的信上签名。', '已有450人在反对该计划的信上签名。', 'silent']
  ),
  zh(
    '编者按：港务长的姓名应为高志明，而非高志民。',
    [
      '港务长高志民在中午之前关闭了码头，市政府证实了这一点。',
      '港务长高志明在中午之前关闭了码头，市政府证实了这一点。',
      'noted'
    ],
    ['已有300人在反对该计划的信上签名。', '已有450人在反对该计划的信上签名。', 'silent']
  )
]

const hindi: readonly NoteCase[] = [
  hi(
    'संशोधन: इस लेख के पिछले संस्करण में लीना बरुआ की उम्र गलत थी।',
    [
      'लीना बरुआ की उम्र 41 साल है और पिता की मौत के बाद से वही नाव चलाती हैं।',
      'लीना बरुआ की उम्र 42 साल है और पिता की मौत के बाद से वही नाव चलाती हैं।',
      'noted'
    ],
    ['“हमें नई नाव का वादा किया गया था, पर वह कभी नहीं आई,” उन्होंने बंदरगाह की बैठक में कहा।', '', 'silent'],
    [
      'नए घाट पर 24 करोड़ रुपये की लागत आएगी और वह शरद में खुलेगा।',
      'नए घाट पर 31 करोड़ रुपये की लागत आएगी और वह शरद में खुलेगा।',
      'silent'
    ]
  ),
  hi(
    'भूल सुधार: 60 परिवार हटाए जाएंगे, 40 नहीं।',
    [
      'नगर निगम ने कहा कि दीवार के काम के दौरान 40 परिवार हटाए जाएंगे।',
      'नगर निगम ने कहा कि दीवार के काम के दौरान 60 परिवार हटाए जाएंगे।',
      'noted'
    ],
    ['पिछली सर्दी में पुरानी सीढ़ी गिरने से 11 लोग घायल हुए थे।', 'पिछली सर्दी में पुरानी सीढ़ी गिरने से 14 लोग घायल हुए थे।', 'silent']
  ),
  hi(
    'अपडेट: जल कंपनी की प्रतिक्रिया जोड़ी गई है।',
    ['', 'जल कंपनी ने कहा कि पंप बदल दिए गए हैं और माप प्रकाशित किए जाएंगे।', 'noted'],
    ['निवासियों के अनुसार इस वर्ष पंप 12 बार बंद हो चुके हैं।', 'निवासियों के अनुसार इस वर्ष पंप 32 बार बंद हो चुके हैं।', 'silent']
  ),
  hi(
    'सुधार: सुनवाई की तारीख गलत थी।',
    ['सुनवाई 3 मई को नगर भवन के बड़े सभागार में होगी।', 'सुनवाई 13 मई को नगर भवन के बड़े सभागार में होगी।', 'noted'],
    ['योजना के विरोध में 300 लोगों ने पत्र पर हस्ताक्षर किए।', 'योजना के विरोध में 450 लोगों ने पत्र पर हस्ताक्षर किए।', 'silent']
  ),
  hi(
    'स्पष्टीकरण: मृतकों की संख्या ठीक की गई है।',
    [
      'मिल में लगी आग में 12 लोगों की मौत हुई और ऊपरी मंज़िल जल गई।',
      'मिल में लगी आग में 14 लोगों की मौत हुई और ऊपरी मंज़िल जल गई।',
      'noted'
    ],
    ['बीमा कंपनियों ने नुकसान 3 करोड़ रुपये आंका है।', 'बीमा कंपनियों ने नुकसान 5 करोड़ रुपये आंका है।', 'silent']
  )
]

export const noteCases: readonly NoteCase[] = [
  ...english,
  ...french,
  ...german,
  ...spanish,
  ...portuguese,
  ...italian,
  ...dutch,
  ...russian,
  ...arabic,
  ...japanese,
  ...chinese,
  ...hindi
]
