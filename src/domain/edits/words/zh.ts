import type { Language } from './language.ts'

export const zh: Language = {
  code: 'zh',
  common: '',
  negations: '不 没 沒 无 無 未 非 別 别 否认 否認 拒绝 拒絕',
  negativePrefixes: '',
  hedges: '可能 或许 或許 也许 也許 据称 據稱 据报道 據報道 疑似 涉嫌 似乎 大概 恐怕 估计 估計 所谓 所謂 据信',
  attributions:
    '表示 称 稱 说 說 指出 宣布 宣佈 强调 強調 承认 承認 警告 声称 聲稱 透露 认为 認為 证实 證實 告诉 告訴 回应 回應',
  sources: '据 據 根据 根據 援引 消息人士',
  months: '',
  days: '星期一 星期二 星期三 星期四 星期五 星期六 星期日 周一 周二 周三 周四 周五 周六 周日 昨天 昨日 今天 今日 明天 明日 前天 后天',
  time: '秒|秒钟 分钟|分鐘|分 小时|小時 天|日 周|週|星期 个月|個月 年|岁|歲',
  ones: '',
  tens: '',
  hundreds: '',
  fractions: '',
  ordinals: '',
  magnitudes: '',
  joiners: '',
  beforeName: '总统 總統 总理 總理 主席 部长 部長 市长 市長 省长 法官 教授 记者 記者 议员 議員 发言人 發言人',
  afterName: `先生 女士 小姐 总统 總統 总理 總理 主席 部长 部長 市长 市長 省长 省長 法官 教授 议员 議員 博士 市 省 县 縣 区 區 镇 鎮 村 州 国
    國`
}
