// npm run content:seen FACT: what learners of this installation saw of a fact, version by version, while Casebook runs or while it is stopped.
import { appConnection } from '#db/app-role'
import { openDatabase } from '#db/client'
import { hasCluster } from '#db/embedded/cluster'
import { readEnvironment } from '#db/environment'
import { StartRefused } from '#db/refusal'
import { listSeen, type SeenVersion } from '#services/catalogue/list-seen'
import { runToEnd } from '../backup/run-to-end.ts'
import { withServer } from '../demo/with-server.ts'

await runToEnd(async () => {
  const [fact = ''] = process.argv.slice(2)
  if (!/^[a-z0-9-]+$/.test(fact)) throw new StartRefused('Usage: npm run content:seen FACT, as in jaxa-server-rentals')
  const settings = readEnvironment()
  if (!settings.databaseUrl && !hasCluster(settings.dataDir))
    throw new StartRefused(`Nobody has seen anything yet: ${settings.dataDir} holds no database. CASEBOOK_DATA says where it is.`)
  const seen = await withServer(settings, async (owner, secret) => {
    const db = openDatabase((await appConnection(owner, secret)).connection)
    return listSeen(db, fact).finally(() => db.$client.end())
  })
  console.log(seen.length > 0 ? report(fact, seen) : `No version of a course that was ever loaded here rests on “${fact}”.`)
})

/** As Markdown, to be kept with the correction. */
function report(fact: string, seen: readonly SeenVersion[]): string {
  return [`# What learners saw of ${fact}`, ...seen.map((version, index) => section(version, seen[index - 1]))].join('\n\n')
}

function section(version: SeenVersion, before: SeenVersion | undefined): string {
  const { courseId, hash, loadedAt, isCurrent, begun, completed, told } = version
  const head = `## ${courseId}, version ${hash.slice(0, 12)}\n\nLoaded ${loadedAt.toISOString().slice(0, 10)}${isCurrent ? ', current' : ''}; begun by ${begun}, completed by ${completed}.`
  const isSame = before?.courseId === courseId && JSON.stringify(before.told) === JSON.stringify(told)
  if (isSame) return `${head} It says the same as the version before it.`
  return [head, ...told.map(({ where, text }) => `- ${where}\n  - en: ${text.en}\n  - ja: ${text.ja}`)]
    .join('\n\n')
    .replaceAll('\n\n- ', '\n- ')
}
