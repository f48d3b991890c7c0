// npm run check: format, lint, types, boundaries, words, paths and the tests that need no services.
import { prepareRuntime, runPinned } from './bootstrap/runtime.mjs'
import { endWith } from './bootstrap/steps.mjs'

await prepareRuntime()
  .then(() => runPinned('check/main.ts'))
  .catch(endWith)
