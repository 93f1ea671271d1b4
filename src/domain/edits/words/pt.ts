import type { Language } from './language.ts'

export const pt: Language = {
  code: 'pt',
  common: 'os das dos que em por com uma para não se ao na no pela pelo foi são mais como seu sua',
  negations: `não nunca ninguém nenhum nenhuma nada sem nem jamais tampouco nega negou negam desmente desmentiu`,
  negativePrefixes: 'in im i des dis anti não-',
  hedges: `talvez possivelmente possível possíveis suposto suposta supostos supostas supostamente poderia poderiam provavelmente
    provável aparentemente aparente parece parecem teria teriam seria seriam suspeito suspeita alegadamente alegado alegada
    presumível presumivelmente pode podem`,
  attributions: `disse disseram diz dizem afirmou afirma afirmam declarou declara informou informa anunciou anuncia explicou explica
    alertou alerta garantiu garante admitiu admite confirmou confirma acrescentou revelou revela destacou ressaltou relatou contou
    alegou alega`,
  sources: 'segundo de_acordo_com conforme citando fontes',
  months: `janeiro|jan fevereiro|fev março|mar abril|abr maio junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov
    dezembro|dez`,
  days: `segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta sábado domingo ontem hoje
    amanhã anteontem`,
  time: 'segundo|segundos minuto|minutos|min hora|horas dia|dias semana|semanas mês|meses ano|anos',
  ones: `zero - dois|duas três quatro cinco seis sete oito nove dez onze doze|dúzia treze quatorze|catorze quinze
    dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove vinte`,
  tens: 'trinta quarenta cinquenta sessenta setenta oitenta noventa',
  hundreds: `cem|cento|centena|centenas duzentos|duzentas trezentos|trezentas quatrocentos|quatrocentas quinhentos|quinhentas
    seiscentos|seiscentas setecentos|setecentas oitocentos|oitocentas novecentos|novecentas`,
  fractions: 'metade|meio|meia terço|terços quartos quintos',
  ordinals: `primeiro|primeira - terceiro|terceira quarto quinto sexto|- sétimo|sétima oitavo|oitava nono|nona décimo|décima`,
  magnitudes: 'mil:3 milhão:6 milhões:6 bilhão:9 bilhões:9 trilhão:12 trilhões:12 mi:6 bi:9',
  joiners: 'e',
  beforeName: `sr sra dr dra dom dona senhor senhora presidente presidenta ministro ministra prefeito prefeita governador governadora
    juiz juíza general rei rainha papa senador senadora deputado deputada professor professora`,
  afterName: ''
}
