import { Cursor } from './cursor.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Units of money, share and measure by what they are called; units of time are words of each language. */
const groups: Readonly<Record<string, string>> = {
  '%': `percent pc pct prozent procent procenta procentu proc procentów процент процента процентов відсоток відсотки відсотків
    درصد प्रतिशत फीसदी फ़ीसदी เปอร์เซ็นต์ 퍼센트 프로 パーセント אחוז אחוזים بالمئة بالمائة`,
  points: 'points punkte punti puntos pontos punkten punktów пунктов पॉइंट',
  $: `dollar dollars dólar dólares dollaro dollari доллар доллара долларов долар долари доларів dolar dolarów dolara doları dolary
    δολάρια δολάριο δολαρίων دولار دولارا دولارات دلار דולר דולרים डॉलर ดอลลาร์ 달러 ドル 美元`,
  '€': 'euro euros eur евро євро ευρώ يورو یورو אירו यूरो ยูโร 유로 ユーロ 欧元 歐元',
  '£': 'pound pounds pfund libra libras sterlina sterline фунтов фунтів funtów λίρες جنيه ポンド 英镑 英鎊 파운드',
  '¥': 'yen yens иен йен 円 엔 日元',
  yuan: 'yuan yuans 元 人民币 人民幣 위안 юаней',
  rouble: 'rouble roubles ruble rubles rubel рубль рубля рублей руб ₽',
  hryvnia: 'hryvnia hryvnias гривня гривні гривень грн',
  złoty: 'złoty złote złotych zł',
  lira: 'lira lirası tl',
  rupee: 'rupee rupees rs रुपया रुपये रुपए रुपयों ₹',
  rial: 'ریال تومان ريال',
  shekel: 'shekel shekels שקל שקלים',
  baht: 'baht บาท',
  won: 'won 원',
  real: 'real reais',
  km: 'km kilometer kilometers kilometre kilometres kilometern kilomètre kilomètres kilómetro kilómetros quilômetro quilômetros chilometri километр километра километров кілометрів kilometrów χιλιόμετρα كيلومتر كيلومترا کیلومتر ק"מ किलोमीटर กิโลเมตร 킬로미터 キロ 公里',
  mile: 'mile miles meilen millas milhas miglia миль',
  m: 'm metre metres meter meters metern mètre mètres metro metros metri метр метра метров метрів metrów μέτρα متر أمتار מטר מטרים मीटर เมตร 미터 メートル 米',
  kg: 'kg kilogram kilograms kilo kilos kilogramm kilogrammes килограмм килограмма килограммов кг किलो กิโลกรัม 킬로그램 公斤',
  tonne: 't tonne tonnes ton tons tonnen toneladas tonnellate тонн тонны тонн طن टन ตัน 톤 トン 吨 噸',
  litre: 'l litre litres liter liters litros litri литр литра литров لتر ליטר लीटर ลิตร 리터 リットル 升',
  degree:
    'c f degrees degree grad degrés grados graus gradi graden градусов градуса градусів stopni derece βαθμούς βαθμοί درجة درجات درجه מעלות डिग्री องศา 도 度'
}
const unitOf: ReadonlyMap<string, string> = new Map(
  Object.entries(groups).flatMap(([unit, list]) =>
    list
      .normalize('NFC')
      .split(/\s+/u)
      .map((word) => [word, unit] as const)
  )
)

const eastAsianUnits = (
  '퍼센트 달러 유로 위안 원 엔 시간 킬로미터 미터 킬로그램 톤 주 개월 년간 세 ' +
  'パーセント ユーロ ドル 円 キロ メートル トン 時間 日間 週間 か月 カ月 ヶ月 年間 歳 ' +
  '美元 欧元 歐元 人民币 元 公里 公斤 吨 小时 小時 分钟 分鐘 天 周 个月 個月 岁 歲 割 度 倍'
).split(' ')

/** A unit by its own name, so that five miles and five km are two amounts. */
export function unitNamed(word: string, { timeUnits }: Vocabulary): string | null {
  const lower = word.toLowerCase()
  return unitOf.get(lower) ?? timeUnits.get(lower) ?? null
}

/** The unit that stands right after a number in Chinese, Japanese or Korean, with no space before the next word. */
export function eastAsianUnit(text: string): string | null {
  return eastAsianUnits.find((unit) => text.startsWith(unit)) ?? null
}

/** What a sign beside a number stands for: US$, £, Rs, %. */
export function unitOfSign(sign: string): string | null {
  const bare = sign.trim().replace(/\.$/, '')
  if (bare === '') return null
  return unitOf.get(bare.toLowerCase()) ?? (bare === '$' || bare === 'US$' ? '$' : bare)
}

/** A unit that stands after a number, and where it ends. */
export interface NamedUnit {
  readonly unit: string
  readonly word: string
  readonly to: number
}

const perCent =
  /[ \u00a0](?:per cent|pour cent|por ciento|por cento|per cento|τοις εκατό|في المئة|في المائة|في الميه)(?!\p{L})/uy
const unitWord = /[ \u00a0\u202f-]?(?:de |di |d['\u2019]|of )?(\p{L}[\p{L}\p{M}"\u05f4]*)/uy

/** The unit right after a number, in words; null where none stands there. */
export function unitAt(text: string, at: number, vocabulary: Vocabulary): NamedUnit | null {
  const eastAsian = eastAsianUnit(text.slice(at, at + 8).trimStart())
  if (eastAsian !== null) {
    const to = text.indexOf(eastAsian, at) + eastAsian.length
    return { unit: unitNamed(eastAsian, vocabulary) ?? eastAsian, word: eastAsian, to }
  }
  const cursor = new Cursor(text, at)
  const share = cursor.take(perCent)
  if (share !== null) return { unit: '%', word: share[0].trim(), to: cursor.at }
  const word = cursor.take(unitWord)?.[1]
  const unit = word === undefined ? null : unitNamed(word.normalize('NFC'), vocabulary)
  return word === undefined || unit === null ? null : { unit, word, to: cursor.at }
}
