import { count, eq } from 'drizzle-orm'
import { enrolments, people } from '#db/schema/index'
import type { Language } from '#domain/catalogue/types'
import type { Subject } from '#domain/policy'
import { fieldSchemas, ReportFilter } from '#domain/reports/filter'
import { pullBrakes } from '../brakes/pull-brakes.ts'
import type { Caller } from '../caller.ts'
import { command } from '../command.ts'
import { csvHead } from './completion-csv.ts'
import { exportLines } from './export-lines.ts'
import { listed } from './read-people.ts'
import { type ReadableScope, readScope } from './scope.ts'

export interface CompletionExport {
  /** Letters, digits and hyphens only. */
  fileName: string
  /** How many rows there were when the export was recorded. */
  rows: number
  csv: AsyncGenerator<string>
}

const recordExport = command({
  permission: 'report.export',
  input: ReportFilter.extend({ course: fieldSchemas.course }),
  subject: async ({ tx, actor, now, reach, input }): Promise<Subject & { scope: ReadableScope }> => {
    const scope = await readScope({ db: tx, actor, now, reach }, input)
    const shown = scope.inView ?? scope.groups[0]
    return { scope, groupPath: shown?.path ?? [] }
  },
  run: async ({ tx, actor, now, subject: { scope } }) => {
    if (actor.kind === 'person') await pullBrakes(tx, now, ['exportByPerson', actor.id])
    const [found] = await tx
      .select({ rows: count() })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
      .where(listed(scope))
    return { scope, rows: found?.rows ?? 0 }
  },
  event: {
    verb: 'report.export',
    of: ({ result: { scope, rows } }) => ({
      subjectKind: 'course',
      subjectId: scope.course?.id ?? null,
      groupId: scope.inView?.id ?? null,
      details: { rows, group: scope.filter.group, status: scope.filter.status, search: scope.filter.search },
    }),
  },
})

async function execute(caller: Caller, input: unknown): Promise<CompletionExport> {
  const { scope, rows } = await recordExport(caller, input)
  const language = caller.actor.kind === 'person' ? caller.actor.language : 'en'
  return { fileName: `${scope.course?.id}-${scope.today}.csv`, rows, csv: write(caller, scope, language) }
}

async function* write({ db }: Caller, scope: ReadableScope, language: Language): AsyncGenerator<string> {
  yield csvHead(scope, language)
  yield* exportLines(db, scope, language)
}

/**
 * The rows of the completion report as CSV. That it was exported, by whom and with which filter, is committed before the first line is read;
 * the lines are read afterwards, as they are sent, so a change in between may show in them.
 */
export const exportCompletion = Object.assign(execute, { definition: recordExport.definition })
