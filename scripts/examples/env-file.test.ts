import { expect, test } from 'vitest'
import { settingNames } from '#db/environment'
import { internalSettings } from '../check/doc-settings.ts'
import { assignmentsIn, settingProblems, settingsMissing } from './env-file.ts'

const file = '# Mail: USER=x is no setting\nPORT=3000\n#SMTP_URL=smtps://mail.example.com:465\n'

test('reads what is set, and what is commented out when asked', () => {
  expect(assignmentsIn(file)).toEqual({ PORT: '3000' })
  expect(assignmentsIn(file, true)).toEqual({ PORT: '3000', SMTP_URL: 'smtps://mail.example.com:465' })
})

test('says what a start would refuse, in its own sentence', () => {
  expect(settingProblems(assignmentsIn(file))).toEqual([])
  expect(settingProblems(assignmentsIn(file, true))).toEqual([expect.stringMatching(/^SMTP_URL is set, so MAIL_FROM must say/)])
  expect(settingProblems({ PROT: '3000' })).toEqual(['PROT is not a setting of Casebook'])
})

test('names every setting that an example gives no place to set, but those that start-up sets', () => {
  expect(settingsMissing(settingNames.filter((name) => name !== 'METRICS_TOKEN'))).toEqual(['gives no place to set METRICS_TOKEN'])
  expect(settingsMissing([])).toHaveLength(settingNames.length - internalSettings.length)
})
