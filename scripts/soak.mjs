// npm run soak: everything that takes too long for each change; with options only kills, as they say. Begins on any Node from 20.9.
import { prepareRuntime, runPinned } from './bootstrap/runtime.mjs'
import { endWith } from './bootstrap/steps.mjs'

await prepareRuntime()
  .then(() => runPinned('soak/whole.ts'))
  .catch(endWith)
