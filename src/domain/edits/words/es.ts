import type { Language } from './language.ts'

export const es: Language = {
  code: 'es',
  common:
    'el los las del que en por con una para su al como más fue han pero sus según desde cuando está sobre todas cada',
  negations: `no nunca nadie nada ningún ninguno ninguna tampoco sin ni jamás niega negó niegan desmiente desmintió`,
  negativePrefixes: 'in im i des dis anti no-',
  hedges: `quizá quizás posiblemente posible posibles presunto presunta presuntos presuntas presuntamente supuesto supuesta
    supuestos supuestas supuestamente podría podrían probablemente probable aparentemente aparente parece parecen habría habrían
    sería serían tal_vez sospechoso sospechosa`,
  attributions: `dijo dijeron dice dicen afirmó afirma afirman declaró declara aseguró asegura indicó indica señaló señala explicó
    explica anunció anuncia advirtió advierte sostuvo sostiene reconoció reconoce confirmó confirma informó informa agregó añadió
    manifestó expresó admitió comentó`,
  sources: 'según de_acuerdo_con citando fuentes',
  months:
    'enero|ene febrero|feb marzo abril|abr mayo junio|jun julio|jul agosto|ago septiembre|setiembre octubre|oct noviembre|nov diciembre|dic',
  days: 'lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana anteayer anoche',
  time: 'segundo|segundos minuto|minutos|min hora|horas día|días semana|semanas mes|meses año|años',
  ones: `cero - dos tres cuatro cinco seis siete ocho nueve diez once doce|docena trece catorce quince dieciséis diecisiete
    dieciocho diecinueve veinte|veintena`,
  tens: 'treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  hundreds: `cien|ciento|centenar|centenares doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas
    quinientos|quinientas seiscientos|seiscientas setecientos|setecientas ochocientos|ochocientas novecientos|novecientas`,
  fractions: 'mitad|medio|media tercio|tercios cuartos quintos',
  ordinals: `primero|primera|primer segundo|segunda tercero|tercera|tercer cuarto|cuarta quinto|quinta sexto|sexta séptimo|séptima
    octavo|octava noveno|novena décimo|décima undécimo|undécima duodécimo|duodécima`,
  magnitudes: 'mil:3 miles:3 millón:6 millones:6 billón:12 billones:12 mill:6',
  joiners: 'y',
  beforeName: `sr sra srta don doña dr dra señor señora presidente presidenta ministro ministra alcalde alcaldesa juez jueza general
    rey reina papa senador senadora diputado diputada profesor profesora`,
  afterName: ''
}
