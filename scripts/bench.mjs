// npm run bench: measures how fast it is. Begins on any Node from 20.9 and before node_modules exists.
import { prepareRuntime, runPinned } from './bootstrap/runtime.mjs'
import { endWith } from './bootstrap/steps.mjs'

await prepareRuntime()
  .then(() => runPinned('../bench/main.ts'))
  .catch(endWith)
