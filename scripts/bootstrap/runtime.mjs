// Which Node runs what: these first scripts on any Node from 20.9, all else on the pinned one.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { install } from './install.mjs'
import { pinnedNode, root } from './node.mjs'
import { repair } from './repair.mjs'
import { Refusal, step } from './steps.mjs'

/** Installs and repairs what is missing, in the project's folder. */
export async function prepareRuntime() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 9)) throw new Refusal(`Casebook needs Node 20.9 or later; this is ${process.versions.node}.`)
  process.chdir(root)
  process.env.NEXT_TELEMETRY_DISABLED = '1' // the tools call nobody
  await step('install', () => install(root))
  await step('repair', () => repair(root))
}

/** Runs a script of ours on the pinned Node: in this process if it is that Node, else in one that ends with it. */
export async function runPinned(script) {
  const file = join(root, 'scripts', script)
  const node = existsSync(pinnedNode()) ? realpathSync(pinnedNode()) : process.execPath
  const loadFast = pathToFileURL(join(root, 'scripts', 'bootstrap', 'load-fast.mjs')).href
  if (realpathSync(process.execPath) === node) {
    await import(loadFast)
    process.execArgv.push('--import', loadFast) // for the processes that this one forks
    return void (await import(pathToFileURL(file).href))
  }
  const child = spawn(node, ['--import', loadFast, file, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  // A terminal tells the whole group, a supervisor only us; telling the child twice does no harm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  await new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message)
      process.exitCode = 1
      resolve()
    })
    child.on('exit', (code) => {
      process.exitCode = code ?? 1
      resolve()
    })
  })
}
