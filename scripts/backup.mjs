// npm run backup FILE: writes everything the database holds into one file. Begins on any Node from 20.9 and before node_modules exists.
import { prepareRuntime, runPinned } from './bootstrap/runtime.mjs'
import { endWith } from './bootstrap/steps.mjs'

process.env.INIT_CWD ??= process.cwd() // where FILE is meant; npm sets it too
await prepareRuntime()
  .then(() => runPinned('backup/backup.ts'))
  .catch(endWith)
