import { expect, test } from 'vitest'
import { readCorrectionNote } from '../../../src/domain/disclosure/correction-note.ts'

test.each([
  ['Correction, 4 March: it was eleven.', 'it was eleven.'],
  ['Correction (Dec. 24, 2025): The bridge has two lanes.', 'The bridge has two lanes.'],
  ['[Correction] The mayor is 41.', 'The mayor is 41.'],
  ['Update at 14:05 GMT: The ministry has replied.', 'The ministry has replied.'],
  ['Correction to our second letter: the code was wrong.', 'the code was wrong.'],
  ['Mise à jour le 3 mars à 14h05 : le ministère a répondu.', 'le ministère a répondu.'],
  ['Corrección (4 de marzo): la edad era incorrecta.', 'la edad era incorrecta.'],
  ['ATUALIZAÇÃO - Em 6 de outubro, o prazo foi anulado.', 'Em 6 de outubro, o prazo foi anulado.'],
  ['【訂正】船長は42歳でした。', '船長は42歳でした。'],
  ['Düzeltme: Köprü 40 metredir, 60 değil.', 'Köprü 40 metredir, 60 değil.'],
  ['Sprostowanie: burmistrz ma 42 lata.', 'burmistrz ma 42 lata.'],
  ['정정: 시장의 나이는 마흔두 살입니다.', '시장의 나이는 마흔두 살입니다.'],
  ['This article was amended on 4 March to correct a name.', 'This article was amended on 4 March to correct a name.']
])('%s says: %s', (note, statement) => {
  expect(readCorrectionNote(note)?.statement).toBe(statement)
})

test.each([
  'Correction officers walked out on Monday. The strike goes on.',
  'Update on the bridge. The work goes on through the summer.',
  'Update 5.3 of the map brings the new streets. It is free.',
  'This article originally appeared in the Courier.',
  'This page was last edited on 15 January 2024, at 14:32',
  '更新 Unicode 版本至 17.0.0，更新 Emoji 版本至 17.0。',
  '所有 2.1.6 之前的版本都受影响，请尽快升级。',
  'Updated 5 min ago',
  'Update: 14:05',
  'Updated 3 March 2026, 12:38',
  'Mis à jour le 3 mars 2026 à 12:38',
  'Actualización: 3 de marzo de 2026 a las 12:38',
  'Обновлено: 3 марта 2026, 12:38',
  '更新：2026年3月3日 12時38分',
  'An earlier version of the bill had allowed the sale.',
  'Une version précédente du projet de loi prévoyait 12 mesures.',
  'Korrekturen am Markt sind normal. Die Börse fiel.',
  'Hinweise gingen bei der Polizei ein. Sie ermittelt.',
  '修正案は否決された。議会は休会した。',
  '在之前的比赛中，他赢了三次。',
  'सुधार की मांग को लेकर लोग सड़कों पर उतरे।'
])('"%s" is the story, or a time alone', (text) => {
  expect(readCorrectionNote(text)).toBeNull()
})
