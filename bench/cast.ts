import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { courses, enrolments, people } from '#db/schema/index'
import type { CourseVersion } from '#domain/catalogue/types'
import { addressOf } from '#domain/demo/organisation'
import type { PersonActor } from '#domain/policy'
import type { Caller } from '#services/caller'
import { getVersion } from '#services/catalogue/get-version'
import { startEnrolment } from '#services/enrolments/start-enrolment'
import { newId } from '#services/new-id'
import { openSession } from '#services/sessions/open-session'
import type { Installation } from './installation.ts'
import { Visitor } from './visitor.ts'

/** The cookie of the made-up organisation on plain http. */
const cookieName = 'casebook-demo.session'

export interface Learner {
  id: string
  email: string
  visitor: Visitor
}

/** The course that is gone through: its first lesson, and its first quiz of ten questions. */
const learntCourse = 'rented-in-someone-elses-name'
/** The course that everybody in the made-up organisation was given, and that is reported. */
export const reportedCourse = 'rented-short'

/** The people who are measured: signed in beforehand, each in a browser of their own. */
export class Cast {
  readonly #installation: Installation
  readonly course: CourseVersion
  #taken = 0

  private constructor(installation: Installation, course: CourseVersion) {
    this.#installation = installation
    this.course = course
  }

  static async of(installation: Installation): Promise<Cast> {
    const [course] = await installation.db.select({ hash: courses.currentHash }).from(courses).where(eq(courses.id, learntCourse))
    return new Cast(installation, await getVersion(installation.db, course?.hash ?? ''))
  }

  /** Learners whom nobody has measured before; those with a way through the course still open, or none in it. */
  async learners(count: number, state: 'enrolled' | 'free'): Promise<Learner[]> {
    const { db } = this.#installation
    const isOpen = sql`exists (select 1 from ${enrolments} where ${enrolments.personId} = ${people.id}
      and ${enrolments.courseId} = ${learntCourse} and ${enrolments.closedAt} is null)`
    const found = await db
      .select({ id: people.id, email: people.email, language: people.language })
      .from(people)
      .where(
        and(
          isNull(people.deactivatedAt),
          isNotNull(people.email),
          isNotNull(people.passwordHash),
          state === 'enrolled' ? isOpen : sql`not ${isOpen}`,
        ),
      )
      .orderBy(people.id)
      .limit(count)
      .offset(state === 'free' ? this.#taken : 0)
    if (found.length < count) throw new Error(`there are ${found.length} learners, not ${count}: measure with more --people`)
    if (state === 'free') this.#taken += count
    return Promise.all(found.map(async ({ id, email }) => ({ id, email: email ?? '', visitor: await this.signedIn(id) })))
  }

  /** Somebody of the organisation by the name of their account. */
  async account(name: string): Promise<Visitor> {
    const [person] = await this.#installation.db
      .select({ id: people.id })
      .from(people)
      .where(eq(people.email, addressOf(name)))
    return this.signedIn(person?.id ?? '')
  }

  async signedIn(personId: string): Promise<Visitor> {
    return new Visitor(this.#installation.origin, { [cookieName]: await this.session(personId) })
  }

  /** The token of a new session. */
  async session(personId: string): Promise<string> {
    const device = { userAgent: 'bench', isShared: false }
    const opened = await this.#installation.db.transaction((tx) => openSession(tx, { personId, device, now: new Date() }))
    return opened.token
  }

  cookie(token: string): { name: string; value: string; url: string } {
    return { name: cookieName, value: token, url: this.#installation.origin }
  }

  /** Enrols learners from the catalogue, as they would themselves. */
  async enrol(learners: readonly Learner[]): Promise<void> {
    for (const { id } of learners) await startEnrolment(this.#as(id), { courseId: this.course.id })
  }

  #as(id: string): Caller {
    const actor: PersonActor = {
      ...{ kind: 'person', id, sessionId: newId(), name: '', language: 'en', timeZone: 'Asia/Tokyo', grants: [], isSupervisor: false },
    }
    return { db: this.#installation.db as Database, now: new Date(), actor }
  }
}
