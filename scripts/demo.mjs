// npm run demo: makes the made-up organisation. Begins on any Node from 20.9 and before node_modules exists.
import { prepareRuntime, runPinned } from './bootstrap/runtime.mjs'
import { endWith } from './bootstrap/steps.mjs'

await prepareRuntime()
  .then(() => runPinned(process.argv.includes('--remove') ? 'demo/remove.ts' : 'demo/main.ts'))
  .catch(endWith)
