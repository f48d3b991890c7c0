// npm start: installs, builds, starts the database and serves. Begins on any Node from 20.9 and before node_modules exists.
import module from 'node:module'
import { join } from 'node:path'
import { root } from './bootstrap/node.mjs'
import { prepareRuntime, runPinned } from './bootstrap/runtime.mjs'
import { endWith } from './bootstrap/steps.mjs'

// Where Node keeps what it has compiled, for the next start; a build clears it. For this process, and for those it starts.
process.env.NODE_COMPILE_CACHE ??= join(root, '.next', 'compiled')
module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE)

await prepareRuntime()
  .then(() => runPinned('start/main.ts'))
  .catch(endWith)
