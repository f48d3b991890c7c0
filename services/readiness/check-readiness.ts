import { statfs } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { connectionFromEnvironment, type Database, openDatabase } from '#db/client'
import { environment } from '#db/environment'
import { schemaVersion } from '#db/schema-version'
import { troubleOf } from '#db/trouble'
import { recentRefusal } from '../report-error.ts'

/**
 * What has to hold for this process to be of use, each with how it stands: `ok`, or what is the matter. `unknown`: it could not be asked;
 * `elsewhere`: what people save does not lie on a disk of this machine that we know, and `writing` tells whether it has room.
 */
export interface Readiness {
  isReady: boolean
  checks: {
    database: 'ok' | 'unreachable' | 'busy'
    writing: 'ok' | 'full' | 'read_only' | 'unknown'
    schema: 'ok' | 'older' | 'newer' | 'unknown'
    content: 'ok' | 'missing' | 'unknown'
    room: 'ok' | 'full' | 'unknown' | 'elsewhere'
  }
}
type Checks = Readiness['checks']

/** PostgreSQL writes its log in files of 16 MB: without room for the next it stops. */
const leastRoom = 24_000_000
const longestAnswer = 1_500

const unknown = { writing: 'unknown', schema: 'unknown', content: 'unknown' } as const

/**
 * Asks the database, and the disk it fills. `db` answers within `longestAnswer` or counts as unreachable.
 * @param databaseDir of the bundled server; null for one of one's own
 */
export async function checkReadiness(db: Database, databaseDir: string | null): Promise<Readiness> {
  const [asked, room] = await Promise.all([askDatabase(db), roomIn(databaseDir)])
  const checks = { ...asked, room }
  const isReady = Object.values(asked).every((state) => state === 'ok') && room !== 'full'
  return { isReady, checks }
}

async function askDatabase(db: Database): Promise<Omit<Checks, 'room'>> {
  try {
    const { rows } = await db.execute<{ version: string | null; hasCourse: boolean }>(sql`
      select (select max(created_at) from drizzle.__drizzle_migrations) as version, exists (select from courses) as "hasCourse"`)
    const { version, hasCourse } = rows[0] ?? {}
    const distance = Number(version ?? 0) - schemaVersion
    const schema = distance === 0 ? 'ok' : distance < 0 ? 'older' : 'newer'
    return { database: 'ok', schema, content: hasCourse ? 'ok' : 'missing', writing: await tryWriting(db) }
  } catch (error) {
    return { database: troubleOf(error) === 'busy' ? 'busy' : 'unreachable', ...unknown }
  }
}

/** Writes the one row that is only for this; and believes what people's own saving has just met. */
async function tryWriting(db: Database): Promise<Checks['writing']> {
  try {
    await db.execute(sql`insert into brakes (key, released_at) values ('readiness', now())
      on conflict (key) do update set released_at = excluded.released_at`)
    return recentRefusal() ?? 'ok'
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble === 'full' || trouble === 'read_only') return trouble
    throw error
  }
}

async function roomIn(folder: string | null): Promise<Checks['room']> {
  if (folder === null) return 'elsewhere'
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize < leastRoom ? 'full' : 'ok'
  } catch {
    return 'unknown'
  }
}

const kept = { good: 2_000, bad: 500 }
const holder = globalThis as { casebookReadiness?: { db: Database; until: number; answer: Promise<Readiness> } }

/** Whether this process can serve. Asked as often as one likes: the answer is kept for seconds, and has a connection of its own. */
export function readiness(): Promise<Readiness> {
  const { db = openProbe(), until = 0, answer } = holder.casebookReadiness ?? {}
  if (answer && performance.now() < until) return answer
  const asked = checkReadiness(db, environment().databaseDir)
  holder.casebookReadiness = { db, until: Number.POSITIVE_INFINITY, answer: asked }
  return asked.then((found) => {
    if (holder.casebookReadiness) holder.casebookReadiness.until = performance.now() + (found.isReady ? kept.good : kept.bad)
    return found
  })
}

function openProbe(): Database {
  const limits = { connectionTimeoutMillis: longestAnswer, statement_timeout: longestAnswer, query_timeout: longestAnswer }
  const probe = openDatabase({ ...connectionFromEnvironment(), max: 1, ...limits })
  // Its connection breaks the moment the database goes: what was found before holds no more.
  probe.$client.on('error', () => {
    if (holder.casebookReadiness) holder.casebookReadiness.until = 0
  })
  return probe
}
