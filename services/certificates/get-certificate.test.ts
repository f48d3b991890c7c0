import { beforeAll, describe, expect, it } from 'vitest'
import { publishTestCourse, testCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { anonymous, callerFor, makeOrganisation, makePerson } from '#testing/factories'
import { enrol, readLesson, right, takeQuiz } from '#testing/learner'
import { listMyTraining } from '../enrolments/list-my-training.ts'
import { getCertificate } from './get-certificate.ts'

const { db } = await testDatabase()
let groupId: string

beforeAll(async () => {
  groupId = (await makeOrganisation(db)).rootId
  await publishTestCourse(db)
})

describe('checking a certificate', () => {
  it('finds nothing behind a guessed code and refuses what cannot be one', async () => {
    await expect(getCertificate(anonymous(db), { code: 'A'.repeat(22) })).rejects.toThrow('certificate')
    await expect(getCertificate(anonymous(db), { code: "' or true --" })).rejects.toThrow('invalid input')
  })

  it('tells anybody who holds the code what was completed, when and by whom', async () => {
    const { id } = await makePerson(db, { groupId, name: 'Ayaka Mori' })
    const learner = await callerFor(db, id)
    await enrol(learner)
    await readLesson(learner)
    await takeQuiz(learner, right)
    const code = (await listMyTraining(learner, {})).finished[0]?.certificateCode
    expect(await getCertificate(anonymous(db), { code })).toMatchObject({
      code,
      holder: 'Ayaka Mori',
      organisationName: 'Kitahama Instruments',
      course: { hash: testCourse.hash },
      score: 1,
      masteryScore: 0.8,
      completedOn: '2026-11-22',
    })
  })
})
