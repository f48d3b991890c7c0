// npm start: installs, builds, starts the database and serves. Begins on any Node from 20.9 and before node_modules exists.
import { prepareRuntime, runPinned } from './bootstrap/runtime.mjs'
import { endWith } from './bootstrap/steps.mjs'

await prepareRuntime()
  .then(() => runPinned('start/main.ts'))
  .catch(endWith)
