// Installs what the lock file names, unless it is all there.
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { run, tail } from './run.mjs'
import { Refusal } from './steps.mjs'

/**
 * Whether npm's own note of what it installed agrees with the lock file. npm writes the note last, so a broken-off install does not agree.
 * Its packages must be there too; packages for other platforms may be absent.
 */
export function isInstalled(root) {
  try {
    const [wanted, found] = ['package-lock.json', 'node_modules/.package-lock.json'].map((name) => readPackages(join(root, name)))
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === '') return true
      if (!found[path]) return entry.optional === true
      return found[path].version === entry.version && existsSync(join(root, path, 'package.json'))
    })
  } catch {
    return false
  }
}

const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/** @returns {Promise<string>} what was done, in a few words */
export async function install(root) {
  if (isInstalled(root)) return 'nothing to do'
  const clean = await npm(root, 'ci')
  if (clean.code === 0) return ''
  refuseHopeless(clean.output)
  const loose = await npm(root, 'install', '--no-save')
  if (loose.code === 0) return 'npm ci did not accept the lock file here; npm install did'
  refuseHopeless(loose.output)
  throw new Refusal(`The packages could not be installed. npm says:\n${tail(loose.output)}`)
}

function npm(root, ...command) {
  const options = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { npm_execpath: cli = '', npm_node_execpath: node = process.execPath } = process.env
  // The npm that started us, with its own Node: ours may lie in the very folder that is being replaced.
  if (basename(cli) === 'npm-cli.js') return run(node, [cli, ...command, ...options], { cwd: root })
  return run('npm', [...command, ...options], { cwd: root, shell: process.platform === 'win32' })
}

function refuseHopeless(output) {
  if (/ENOSPC|no space left/i.test(output)) throw new Refusal('The disk is full: the packages need about 1 GB. Make room and start again.')
  if (/EACCES|EROFS|EPERM/.test(output)) throw new Refusal('The folder of Casebook cannot be written: give it to the user who starts it.')
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(output))
    throw new Refusal(
      'npm cannot reach its registry: check the network, or `npm config get registry` and the proxy settings, and start again.',
    )
}
