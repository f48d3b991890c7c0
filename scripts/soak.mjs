// npm run soak: kills Casebook again and again while people work, and counts what was lost or doubled. Begins on any Node from 20.9.
import { prepareRuntime, runPinned } from './bootstrap/runtime.mjs'
import { endWith } from './bootstrap/steps.mjs'

await prepareRuntime()
  .then(() => runPinned('soak/main.ts'))
  .catch(endWith)
