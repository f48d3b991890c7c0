import { type ChildProcess, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join, matchesGlob, posix } from 'node:path'
import { root } from '../bootstrap/node.mjs'
import { tail } from '../bootstrap/run.mjs'
import { step } from '../bootstrap/steps.mjs'
import { type Stage, type Step, stagesOf } from './dockerfile.ts'
import { example } from './files.ts'
import { Layer, startBeside } from './layer.ts'
import { answersWith, freePort } from './wait.ts'

/**
 * Builds the image of the example step by step, as the file says, then starts it as its user, asks for a page, asks its health check,
 * and ends it with its signal. @throws Error where one of these does not do what it should.
 */
export async function tryImage(folder: string): Promise<void> {
  const stages = stagesOf(example('Dockerfile'))
  const context = join(folder, 'context')
  copyContext(context)
  const layers = new Map<string, Layer>()
  let layer: Layer | undefined
  for (const [index, stage] of stages.entries()) {
    layer = new Layer(join(folder, `stage-${index}`))
    layers.set(stage.name ?? String(index), layer)
    for (const one of stage.steps) await step(nameOf(one), () => take(one, layer as Layer, context, layers, stage))
  }
  const last = stages.at(-1)
  if (!last || !layer) throw new Error('The Dockerfile has no stage.')
  await tryContainer(last, layer)
}

const nameOf = (one: Step) => ('run' in one ? 'RUN' : 'COPY')

/** The files that Docker would be sent: what git tracks, without what is ignored. */
function copyContext(context: string): void {
  const ignored = example('Dockerfile.dockerignore').split('\n').filter(Boolean)
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
  const isIgnored = (path: string) => ignored.some((pattern) => matchesGlob(path, pattern) || matchesGlob(path, `${pattern}/**`))
  for (const path of tracked.filter((one) => !isIgnored(one) && existsSync(join(root, one)))) {
    mkdirSync(dirname(join(context, path)), { recursive: true })
    copyFileSync(join(root, path), join(context, path))
  }
}

async function take(one: Step, layer: Layer, context: string, layers: Map<string, Layer>, { environment }: Stage): Promise<string> {
  if ('run' in one) {
    await mustEndWell(layer.start(['sh', '-c', one.run], { workdir: one.workdir, environment, user: 'root' }), one.run)
    return one.run
  }
  const to = posix.resolve(one.workdir, one.to)
  for (const path of one.copy) {
    const from = one.from === null ? join(context, path) : layers.get(one.from)?.path(path)
    if (!from || !existsSync(from)) throw new Error(`COPY ${path}: it is not there`)
    // As Docker does: a file goes into a folder, of a folder the contents go.
    const isFolder = one.from !== null || path === '.'
    layer.copy(from, isFolder ? to : posix.join(to, path))
  }
  return `${one.copy.join(' ')}`
}

async function mustEndWell(child: ChildProcess, what: string): Promise<void> {
  const output = collected(child)
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${what} ended with ${code}:\n${tail(output.text, 40)}`)
}

function collected(child: ChildProcess): { text: string } {
  const output = { text: '' }
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (output.text += part.toString()))
  return output
}

async function tryContainer(stage: Stage, layer: Layer): Promise<void> {
  const port = await freePort()
  const environment = { ...stage.environment, PUBLIC_URL: `http://localhost:${port}`, PORT: String(port) }
  const child = layer.start(stage.command ?? [], { workdir: stage.workdir, environment, user: stage.user })
  const output = collected(child)
  const ended = once(child, 'close') as Promise<[number | null]>
  try {
    await step(
      'CMD',
      () => answersWith(`http://127.0.0.1:${port}/sign-in`, 200, child),
      () => '/sign-in answers 200',
    )
    if (userOf(child) === 0) throw new Error('It runs as root.')
    await step(
      'HEALTHCHECK',
      () => mustEndWell(startBeside(child, stage.healthcheck ?? [], environment), 'The health check'),
      () => 'well',
    )
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${tail(output.text, 40)}`)
  } finally {
    child.kill(stage.stopSignal as NodeJS.Signals)
  }
  const [code] = await step(
    'STOPSIGNAL',
    () => ended,
    ([exitCode]) => `exit code ${exitCode}`,
  )
  if (code !== 0) throw new Error(`${stage.stopSignal} ends it with ${code}:\n${tail(output.text, 40)}`)
  const cluster = layer.path('/var/lib/casebook/postgres')
  if (readdirSync(cluster).includes('postmaster.pid')) throw new Error('Its database was not stopped.')
}

const userOf = ({ pid }: ChildProcess) => Number(execFileSync('stat', ['-c', '%u', `/proc/${pid}`], { encoding: 'utf8' }))
