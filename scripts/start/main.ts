// Starts everything in order and ends it in reverse, the database last.
import { join } from 'node:path'
import { database } from '#db/client'
import { makeDataDir } from '#db/embedded/data-dir'
import { readEnvironment } from '#db/environment'
import { startMailWorker } from '#services/mail/worker'
import { root } from '../bootstrap/node.mjs'
import { endWith, step } from '../bootstrap/steps.mjs'
import { build, nextProgram } from './build.ts'
import { runChild } from './child.ts'
import { openDatabaseServer } from './database.ts'
import { claimInstance, refuseSecondInstance } from './instance.ts'
import { refuseTakenPort } from './port.ts'
import { keepSecret } from './secret.ts'
import { Workers } from './workers.ts'

const isDev = process.argv.includes('--dev')
const here = join(root, 'scripts', 'start')
const stop = new AbortController()
const atEnd: (() => unknown)[] = []

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())
process.on('disconnect', () => stop.abort()) // the script that started us was killed
process.channel?.unref()

async function start(): Promise<void> {
  const settings = readEnvironment()
  for (const sentence of settings.warnings) console.warn(`  Warning: ${sentence}`)
  if (!settings.databaseUrl) refuseSecondInstance(settings.dataDir)
  await refuseTakenPort(settings.host, settings.port)
  makeDataDir(settings.dataDir)
  if (!settings.databaseUrl) atEnd.push(claimInstance(settings.dataDir, settings.port))
  if (!isDev) await step('build', () => build(stop.signal))
  stop.signal.throwIfAborted()
  await step('database', async () => {
    const server = await openDatabaseServer(settings)
    atEnd.push(server.stop)
    const secret = settings.secret ?? keepSecret(settings.dataDir)
    Object.assign(process.env, {
      CASEBOOK_DATABASE: JSON.stringify(server.connection),
      CASEBOOK_SECRET: secret,
      CASEBOOK_DATA: settings.dataDir,
      NODE_ENV: isDev ? 'development' : 'production',
    })
    return server.note
  })
  stop.signal.throwIfAborted()
  const prepared = await runChild(join(here, 'prepare.ts'), stop.signal)
  process.env.CASEBOOK_DATABASE = JSON.stringify(prepared.connection) // from here on nobody is the owner of the tables
  delete process.env.DATABASE_URL
  stop.signal.throwIfAborted()
  const mail = await startMailWorker(database(), readEnvironment())
  atEnd.push(() => mail.stop().finally(() => database().$client.end()))
  const announce = () => console.log(`\n${welcome(settings.publicUrl, prepared.setupToken, settings.smtp ? null : settings.mailDir)}`)
  if (isDev) return serveDevelopment(settings.host, settings.port, announce)
  const workers = new Workers(join(here, 'worker.ts'))
  atEnd.push(() => workers.stop())
  await step('serve', async () => {
    await workers.start(settings.processes)
    return `${settings.processes} ${settings.processes === 1 ? 'process' : 'processes'}`
  })
  stop.signal.throwIfAborted()
  announce()
  await aborted()
}

async function serveDevelopment(host: string, port: number, announce: () => void): Promise<void> {
  announce()
  await runChild(nextProgram, stop.signal, ['dev', '--hostname', host, '--port', String(port)])
}

const aborted = () =>
  new Promise<void>((resolve) => {
    if (stop.signal.aborted) resolve()
    stop.signal.addEventListener('abort', () => resolve())
    setInterval(() => undefined, 2 ** 30)
  })

function welcome(publicUrl: string, setupToken: string | null, mailDir: string | null): string {
  return [
    `Casebook is ready: ${publicUrl}`,
    ...(setupToken ? [`Set it up within the hour: ${publicUrl}/setup?token=${setupToken}`] : []),
    ...(mailDir ? [`Mail is written to ${mailDir}; set SMTP_URL and MAIL_FROM to send it.`] : []),
  ].join('\n')
}

async function end(): Promise<void> {
  if (stop.signal.aborted) console.log('\nStopping …')
  for (const undo of atEnd.reverse()) await Promise.resolve().then(undo).catch(endWith)
}

await start()
  .catch((error: unknown) => {
    if (!stop.signal.aborted) endWith(error)
  })
  .finally(end)
process.exit()
