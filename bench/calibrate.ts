import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { runLoad } from './load.ts'
import { cpuOf } from './processes.ts'
import { Visitor } from './visitor.ts'

const operations = 20_000

/** What a bare server costs on this machine at this moment: every other figure is so many times that. */
export async function calibrate(): Promise<string> {
  const child = fork(join(import.meta.dirname, 'hello.ts'))
  const [port] = await once(child, 'message')
  const visitors = Array.from({ length: 8 }, () => new Visitor(`http://127.0.0.1:${port}`))
  const operate = (index: number) => visitors[index % visitors.length]?.ask('/') ?? Promise.reject()
  await runLoad(operate, { operations: operations / 4, concurrency: 8 })
  const before = cpuOf([child.pid ?? 0])
  const { perSecond, p95 } = await runLoad(operate, { operations, concurrency: 8 })
  const cpu = (cpuOf([child.pid ?? 0]) - before) / operations
  for (const visitor of visitors) visitor.close()
  child.disconnect()
  return `CPU ${cpu.toFixed(3)} ms, ${perSecond.toFixed(0)}/s, p95 ${p95.toFixed(1)} ms`
}
