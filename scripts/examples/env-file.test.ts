import { expect, test } from 'vitest'
import { assignmentsIn, settingProblems } from './env-file.ts'

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
