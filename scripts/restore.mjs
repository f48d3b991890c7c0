// npm run restore FILE: puts a backup into an empty database. Begins on any Node from 20.9 and before node_modules exists.
import { prepareRuntime, runPinned } from './bootstrap/runtime.mjs'
import { endWith } from './bootstrap/steps.mjs'

process.env.INIT_CWD ??= process.cwd() // where FILE is meant; npm sets it too
await prepareRuntime()
  .then(() => runPinned('backup/restore.ts'))
  .catch(endWith)
