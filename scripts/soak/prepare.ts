import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appConnection } from '#db/app-role'
import { connected, type Database, openDatabase } from '#db/client'
import { findBundled } from '#db/embedded'
import { addressOfBundled } from '#db/embedded/address'
import { people } from '#db/schema/index'
import type { LabSnapshot } from '#domain/attempts/types'
import type { CourseVersion } from '#domain/catalogue/types'
import { hashPassword } from '#services/account/password-hash'
import { compileContent } from '#services/catalogue/compile'
import { newId } from '#services/new-id'
import { completeSetup } from '#services/setup/complete-setup'
import { Unanswered } from './browser.ts'
import type { Casebook } from './casebook.ts'

export interface Ground {
  course: CourseVersion
  labCourse: CourseVersion
  admin: { email: string; password: string }
  learners: { email: string; password: string }[]
}

const password = 'a stapler, a cloud, the ferry'

/** The database of a running Casebook, as the application sees it. */
export async function databaseOf({ dataDir }: Casebook): Promise<Database> {
  const secret = readFileSync(join(dataDir, 'secret'), 'utf8')
  process.env['CASEBOOK_SECRET'] = secret
  const owner = await findBundled(dataDir)
  if (!owner) throw new Error('The database does not run.')
  return openDatabase((await appConnection(owner, secret)).connection)
}

/** What a second instance needs to know to work on the database of the first. */
export async function settingsBeside({ dataDir }: Casebook): Promise<Record<string, string>> {
  const owner = await findBundled(dataDir)
  if (!owner) throw new Error('The database does not run.')
  return { DATABASE_URL: addressOfBundled(owner), CASEBOOK_SECRET: readFileSync(join(dataDir, 'secret'), 'utf8') }
}

/** What an attempt at a lab is made from, which the product tells nobody. @throws Unanswered while the database is gone */
export async function labSnapshot({ dataDir }: Casebook, attemptId: string): Promise<LabSnapshot> {
  const owner = await findBundled(dataDir)
  if (!owner) throw new Unanswered('The database does not run.')
  const { rows } = await connected({ ...owner, query_timeout: 20_000 }, (client) =>
    client.query<{ snapshot: LabSnapshot }>('select snapshot from attempts where id = $1', [attemptId]),
  ).catch((error: Error) => {
    throw new Unanswered(error.message)
  })
  const [attempt] = rows
  if (!attempt) throw new Error(`There is no attempt ${attemptId}.`)
  return attempt.snapshot
}

const labsOf = ({ units }: CourseVersion) => units.filter(({ kind }) => kind === 'lab').length

/** Sets Casebook up with an admin and people who can sign in. */
export async function makeGround(casebook: Casebook, said: string, count: number): Promise<Ground> {
  const token = /setup\?token=(\S+)/.exec(said)?.[1] ?? ''
  const courses = await compileContent()
  // One that its learners come to the end of: they take no labs, which others do.
  const [course] = courses.filter((each) => labsOf(each) === 0).sort((a, b) => b.units.length - a.units.length)
  const [labCourse] = courses.toSorted((a, b) => labsOf(b) - labsOf(a))
  if (!course || !labCourse || labsOf(labCourse) === 0) throw new Error('There has to be a course with labs, and one without.')
  const db = await databaseOf(casebook)
  const now = new Date()
  const admin = { email: 'admin@soak.example', password }
  const device = { userAgent: '', isShared: false, address: '127.0.0.1' }
  const organisation = { token, organisationName: 'Soak', timeZone: 'Asia/Tokyo', language: 'en', name: 'Admin', ...device }
  const { personId } = await completeSetup({ actor: { kind: 'anonymous' }, now, db }, { ...organisation, ...admin })
  const [own] = (await db.select().from(people)).filter(({ id }) => id === personId)
  const passwordHash = await hashPassword(password)
  const learners = Array.from({ length: count }, (_, index) => ({ email: `learner-${index}@soak.example`, password }))
  const common = {
    name: 'Learner',
    sortName: 'Learner',
    language: 'en' as const,
    homeGroupId: own?.homeGroupId ?? '',
    passwordHash,
    createdAt: now,
  }
  await db.insert(people).values(learners.map(({ email }) => ({ id: newId(), email, ...common })))
  await db.$client.end()
  return { course, labCourse, admin, learners }
}
