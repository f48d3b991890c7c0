// npm run content:check, content:impact FACT, content:confirm FILE, content:review UNIT LANGUAGE: the tools of those who write content.
import { prepareRuntime, runPinned } from './bootstrap/runtime.mjs'
import { endWith } from './bootstrap/steps.mjs'

await prepareRuntime()
  .then(() => runPinned('content/main.ts'))
  .catch(endWith)
