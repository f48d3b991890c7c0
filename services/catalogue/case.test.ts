import { expect, it } from 'vitest'
import { Forbidden, NotFound } from '#services/errors'
import { changed } from '#testing/content'
import { publishTestCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { fullFiles, fullPaths } from '#testing/full-content'
import { startEnrolment } from '../enrolments/start-enrolment.ts'
import { updateOrganisation } from '../organisation/update-organisation.ts'
import { compileFiles } from './compile.ts'
import { getCase } from './get-case.ts'
import { listCases } from './list-cases.ts'
import { loadContent } from './load-content.ts'

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const compiled = compileFiles(fullFiles())
await loadContent(db, testNow, compiled)
const learner = await callerFor(db, (await makePerson(db, { groupId: rootId })).id)
const read = () => getCase(learner, { caseId: 'harbour' })

it('is a dossier that comes with the courses of its case, the same in each', () => {
  expect(compiled.map(({ dossier }) => dossier?.hash)).toEqual([compiled[0]?.dossier?.hash, compiled[0]?.dossier?.hash])
  expect(compiled[0]?.dossier).toMatchObject({
    title: { en: 'The harbour case' },
    sections: [
      {
        id: 'what-is-known',
        facts: [
          {
            note: { id: 'access-found', status: 'confirmed-by-organisation' },
            text: { en: 'Harbour Works said that it had found an access.' },
            date: { start: '2019-04-02', end: null },
            links: [{ url: 'https://gazette.example/1' }],
          },
          { note: { id: 'rentals' }, links: [] },
        ],
      },
      { facts: [] },
      { facts: [{ note: { id: 'not-indicted' } }] },
    ],
  })
})

it('tells the day or period of each fact, and none where there is none', () => {
  const datesOf = (date: string) =>
    compileFiles(changed(fullPaths.facts, 'date: "2019-04-02"\n  statement', `date: "${date}"\n  statement`, fullFiles()))[0]
      ?.dossier?.sections.flatMap(({ facts }) => facts.map((fact) => fact.date))
      .at(0)
  expect(datesOf('2016-09/2017')).toEqual({ start: '2016-09', end: '2017' })
  expect(datesOf('n.d.')).toBeNull()
})

it('is listed and read by every learner, and by nobody who is not signed in', async () => {
  expect(await listCases(learner, {})).toEqual([
    expect.objectContaining({ id: 'harbour', title: { en: 'The harbour case', ja: '港の件' }, facts: 3, checkedOn: '2026-11-22' }),
  ])
  await expect(getCase({ ...learner, actor: { kind: 'anonymous' } }, { caseId: 'harbour' })).rejects.toThrow(Forbidden)
  await expect(getCase(learner, { caseId: 'no-such' })).rejects.toThrow(NotFound)
})

it('says which lessons use a fact, each once, and which of them the reader has open', async () => {
  const shut = { courseId: 'harbour', unitId: 'the-desk', title: { en: 'The desk', ja: '窓口' }, isOpen: false }
  expect((await read()).taughtIn).toEqual({ 'access-found': [], rentals: [shut], 'not-indicted': [shut] })
  await startEnrolment(learner, { courseId: 'harbour-short' })
  expect((await read()).taughtIn.rentals).toEqual([{ ...shut, courseId: 'harbour-short', isOpen: true }])
})

it('names whom the organisation has set for corrections, else nobody, whoever administers it', async () => {
  const owner = await callerFor(db, (await makePerson(db, { groupId: rootId, grants: [{ role: 'owner', of: null }] })).id)
  await makePerson(db, { groupId: rootId, grants: [{ role: 'admin', of: null }] })
  expect((await read()).contact).toBeNull()
  const settings = { name: 'Kitahama Instruments', timeZone: 'Asia/Tokyo', language: 'en' }
  await updateOrganisation(owner, { ...settings, contactName: 'Training desk', contactEmail: 'training@harbour.example' })
  expect((await read()).contact).toEqual({ name: 'Training desk', email: 'training@harbour.example' })
  await updateOrganisation(owner, settings)
  expect((await read()).contact).toBeNull()
})

it('is the one of the version published last', async () => {
  const [course] = compiled
  if (!course?.dossier) throw new Error('the sample has a dossier')
  const changed = {
    ...course,
    hash: 'b'.repeat(64),
    dossier: { ...course.dossier, standfirst: { en: 'Corrected.', ja: '訂正しました。' } },
  }
  await loadContent(db, testNow, [changed])
  expect((await read()).dossier.standfirst.en).toBe('What Harbour Works told.')
  await publishTestCourse(db, changed, new Date(testNow.getTime() + 60_000))
  expect((await read()).dossier.standfirst.en).toBe('Corrected.')
})
