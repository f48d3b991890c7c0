import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** What a process says that does something once its console is quiet; on both streams. */
function saidBy(deed: string): Record<string, unknown>[] {
  const script = `import { quietConsole, reportUncaught } from './scripts/start/quiet-console.ts'
    quietConsole()
    reportUncaught()
    ${deed}`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], { encoding: 'utf8' })
  return `${stdout}${stderr}`
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

test.each([
  ['what a library warns of', `console.warn('\\nmind the gap')`, 'library.said', 'mind the gap'],
  ['what Node itself warns of', `process.emitWarning('mind the gap')`, 'library.said', 'mind the gap'],
  ['an error that nobody caught', `throw new Error('mind the gap')`, 'process.failed', 'mind the gap'],
])('%s is one line of JSON', (_, deed, event, message) => {
  expect(saidBy(deed)).toEqual([expect.objectContaining({ event, message })])
})

test('what is only told is left out', () => expect(saidBy(`console.log('all is well')`)).toEqual([]))
