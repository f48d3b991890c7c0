// Starts everything in order and ends it in reverse, the database last.
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import { database } from '#db/client'
import { makeDataDir } from '#db/embedded/data-dir'
import { type Environment, readEnvironment } from '#db/environment'
import { factsOf, log } from '#db/log'
import { startMailWorker } from '#services/mail/worker'
import { root } from '../bootstrap/node.mjs'
import { endWith, step } from '../bootstrap/steps.mjs'
import { build } from './build.ts'
import { runChild } from './child.ts'
import { openDatabaseServer } from './database.ts'
import { DemoServer } from './demo.ts'
import { claimInstance, refuseSecondInstance } from './instance.ts'
import { refuseTakenPort } from './port.ts'
import { quietConsole, reportUncaught } from './quiet-console.ts'
import { keepSecret } from './secret.ts'
import { keepWatch } from './watch.ts'
import { Workers } from './workers.ts'

const isDev = process.argv.includes('--dev')
/** Everything that can be done before the machine it will run on is known: for images and packages. */
const isBuildOnly = process.argv.includes('--build')
const here = join(root, 'scripts', 'start')
const stop = new AbortController()
const atEnd: (() => unknown)[] = []
/** From then on whoever reads what we say is a log: lines of JSON and nothing else. */
let isServing = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())
process.on('disconnect', () => stop.abort()) // the script that started us was killed
process.channel?.unref()

async function start(): Promise<void> {
  if (isBuildOnly) {
    await step('build', () => build(stop.signal))
    const { compiledContent } = await import('./content.ts')
    return void (await step(
      'content',
      () => compiledContent(),
      () => '',
    ))
  }
  const settings = readEnvironment()
  if (settings.isDemo) quietConsole() // what it says goes where the installation beside it is serving
  for (const sentence of settings.warnings) console.warn(`  Warning: ${sentence}`)
  if (!settings.databaseUrl) refuseSecondInstance(settings.dataDir)
  await refuseTakenPort(settings.host, settings.port)
  makeDataDir(settings.dataDir)
  if (!settings.databaseUrl) atEnd.push(claimInstance(settings.dataDir, settings.port))
  if (!isDev) await step('build', () => build(stop.signal))
  stop.signal.throwIfAborted()
  const owner = await step(
    'database',
    async () => {
      const server = await openDatabaseServer(settings)
      atEnd.push(server.stop)
      const secret = settings.secret ?? keepSecret(settings.dataDir)
      Object.assign(process.env, {
        CASEBOOK_SECRET: secret,
        CASEBOOK_DATA: settings.dataDir,
        CASEBOOK_BUNDLED: settings.databaseDir ? '' : '0',
        NODE_ENV: isDev ? 'development' : 'production',
      })
      return server
    },
    ({ note }) => note,
  ).then(({ connection }) => connection)
  stop.signal.throwIfAborted()
  for (const owners of ['DATABASE_URL', 'CASEBOOK_DATABASE']) delete process.env[owners] // no process that serves is the owner of the tables
  const workers = new Workers(join(here, 'worker.ts'))
  atEnd.push(() => workers.stop())
  workers.load()
  const prepared = await runChild(join(here, 'prepare.ts'), stop.signal, [], { CASEBOOK_DATABASE: JSON.stringify(owner) })
  stop.signal.throwIfAborted()
  process.env.CASEBOOK_DATABASE = JSON.stringify(prepared.connection)
  reportUncaught()
  const mail = await startMailWorker(database(), readEnvironment())
  const watch = keepWatch(database())
  atEnd.push(async () => {
    await Promise.allSettled([mail.stop(), watch.stop()])
    await database().$client.end()
  })
  const announce = async () => {
    const demoUrl = await serveDemo(settings, owner, prepared.setupToken !== null)
    console.log(`\n${welcome(settings, prepared.setupToken, demoUrl)}`)
    process.send?.('serving')
  }
  if (settings.metricsToken) await import('./figures.ts').then(({ giveFigures }) => giveFigures(database()))
  const processes = isDev ? 1 : settings.processes
  await step('serve', async () => {
    await workers.serve(processes)
    return `${processes} ${processes === 1 ? 'process' : 'processes'}`
  })
  stop.signal.throwIfAborted()
  await announce()
  if (!isDev) quietConsole()
  isServing = true
  log('server.started', { processes })
  await aborted()
  log('server.stopping')
}

const aborted = () =>
  new Promise<void>((resolve) => {
    if (stop.signal.aborted) resolve()
    stop.signal.addEventListener('abort', () => resolve())
    setInterval(() => undefined, 2 ** 30)
  })

/** The demonstration, if there is one or may be ordered. That it cannot be served is said, and stops nothing else. */
async function serveDemo(settings: Environment, owner: ClientConfig, isSettingUp: boolean): Promise<string | null> {
  if (settings.isDemo || !settings.isLocal) return null
  const demo = new DemoServer(settings, owner, process.env['CASEBOOK_SECRET'] ?? '')
  atEnd.push(() => demo.stop())
  try {
    const demoUrl = await demo.serveIfMade()
    if (isSettingUp) await demo.awaitOrder(stop.signal)
    return demoUrl
  } catch (error) {
    log('demo.failed', factsOf(error))
  }
  return null
}

function welcome({ publicUrl, isLocal, smtp, mailDir }: Environment, setupToken: string | null, demoUrl: string | null): string {
  return [
    `Casebook is ready: ${publicUrl}`,
    ...(setupToken ? [`Set it up within the hour: ${publicUrl}/setup?token=${setupToken}`] : []),
    ...(demoUrl ? [`The demonstration: ${demoUrl} (\`npm run demo:remove\` takes it away)`] : []),
    ...(isDev && isLocal ? [`Content as you write it: ${publicUrl}/preview`] : []),
    ...(smtp ? [] : [`Mail is written to ${mailDir}; set SMTP_URL and MAIL_FROM to send it.`]),
  ].join('\n')
}

async function end(): Promise<void> {
  if (stop.signal.aborted && process.stdout.isTTY) process.stdout.write('\nStopping …\n')
  for (const undo of atEnd.reverse()) await Promise.resolve().then(undo).catch(endWith)
  if (isServing) log('server.stopped')
}

await start()
  .catch((error: unknown) => {
    if (!stop.signal.aborted) endWith(error)
  })
  .finally(end)
process.exit()
