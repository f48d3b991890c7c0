import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import * as schema from '#db/schema/index'

interface Journal {
  entries: { idx: number; tag: string }[]
}

const rule = /^\d{4}_[a-z_]+?__[a-z_]+?__[a-z_]+$/

/** Statements that the tables in the code need beyond the last migration, and migrations that are not named by the rule. */
export async function schemaProblems(root: string): Promise<string[]> {
  const meta = join(root, 'db', 'migrations', 'meta')
  const read = (file: string) => JSON.parse(readFileSync(join(meta, file), 'utf8'))
  const { entries } = read('_journal.json') as Journal
  const last = entries.at(-1)
  if (!last) return ['there are no migrations']
  const snapshot = read(`${String(last.idx).padStart(4, '0')}_snapshot.json`)
  const missing = await generateMigration(snapshot, generateDrizzleJson(schema))
  return [
    ...missing.map((statement) => `the tables need a migration: ${statement}`),
    ...entries.filter(({ tag }) => !rule.test(tag)).map(({ tag }) => `${tag} is not named NNNN_<table>__<column>__<operation>`),
    ...missingFixtures(entries, (tag) => existsSync(join(root, 'db', 'fixtures', `${tag}.tar.zst`))),
  ]
}

/** Each migration is tested on data of the schema before it, which only the code of that schema can make. */
export function missingFixtures(entries: Pick<Journal['entries'][number], 'tag'>[], exists: (tag: string) => boolean): string[] {
  return entries
    .slice(0, -1)
    .filter(({ tag }) => !exists(tag))
    .map(
      ({ tag }) => `db/fixtures has no data of ${tag}, which later migrations are tested on: run npm run db:fixture where it is the last`,
    )
}
