import type { Language } from './language.ts'

export const ja: Language = {
  code: 'ja',
  common: '',
  negations: 'ない なかっ ません ではなく でなく せず れず 否定 否認 拒否 不 無 非 未',
  negativePrefixes: '',
  hedges: 'かもしれ みられ らしい ようだ おそらく 可能性 疑い 疑惑 容疑 見込み 見通し とされ 恐れ 推定 疑似',
  attributions: '述べ 語っ 話し 明らかに 発表し 主張し 認め 説明し 強調し 警告し 指摘し 訴え 答え コメントし',
  sources: 'によると によれば',
  months: '',
  days: '月曜 火曜 水曜 木曜 金曜 土曜 日曜 昨日 今日 明日 一昨日 きのう きょう あす',
  time: '秒 分 時間 日間|日 週間 か月|カ月|ヶ月 年間|年|歳',
  ones: '',
  tens: '',
  hundreds: '',
  fractions: '',
  ordinals: '',
  magnitudes: '',
  joiners: '',
  beforeName: '首相 大統領',
  afterName: `さん 氏 先生 様 君 ちゃん 容疑者 被告 首相 大統領 市長 知事 議員 社長 会長 教授 監督 選手 大臣 記者 裁判長 外相 財務相 市 県 区 町
    村 府 都 駅 国`
}
