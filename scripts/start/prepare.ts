// Brings the database to this code: schema, content, and a way in while nobody has set it up. Runs in a process of its own.
import { appConnection } from '#db/app-role'
import { connectionFromEnvironment, type Database, openDatabase } from '#db/client'
import { environment, secretOf } from '#db/environment'
import { migrateDatabase } from '#db/migrate'
import { refuseUnreachable } from '#db/reachable'
import { loadContent } from '#services/catalogue/load-content'
import { openSetup } from '#services/setup/open-setup'
import { endWith, step } from '../bootstrap/steps.mjs'
import type { Prepared } from './child.ts'
import { compiledContent } from './content.ts'
import { quietConsole } from './quiet-console.ts'

async function prepare(): Promise<void> {
  if (environment().isDemo) quietConsole()
  const owner = connectionFromEnvironment()
  await refuseUnreachable(owner)
  await step('migrate', () => migrateDatabase(owner, secretOf()))
  const { connection, warning } = await appConnection(owner, secretOf())
  if (warning) console.warn(`  Warning: ${warning}`)
  const database = openDatabase(connection)
  await step('content', () => load(database))
  process.send?.({ connection, setupToken: await openSetup(database, new Date()) } satisfies Prepared)
}

/** Says what was loaded. In development content with problems stops nothing: whoever is writing it looks at it in the preview. */
async function load(database: Database): Promise<string> {
  const versions = await compiledContent().catch((error: unknown) => {
    if (process.env.NODE_ENV === 'development' && error instanceof Error && error.name === 'BadContent') return error
    throw error
  })
  if (versions instanceof Error) return `not loaded, for it has problems (npm run content:check)`
  const courses = await loadContent(database, new Date(), versions)
  return courses.length > 0 ? `${courses.join(', ')} loaded` : 'nothing new'
}

await prepare().catch(endWith)
process.disconnect?.()
process.exit()
