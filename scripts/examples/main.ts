// npm run check:examples: reads every file in docs/examples with the program it is written for.
// With --build it also builds the image's steps by hand, and puts both proxies before Casebook: minutes, as root on Linux.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endWith, Refusal, step } from '../bootstrap/steps.mjs'
import { tryImage } from './image.ts'
import { findPrograms } from './programs.ts'
import { tryProxies } from './proxies.ts'
import { exampleProblems } from './syntax.ts'

async function check(): Promise<void> {
  const problems = await step('syntax', exampleProblems, (text) => (text ? 'failed' : ''))
  if (problems) throw new Refusal(problems)
  if (process.argv.includes('--build')) await tryEverything()
}

async function tryEverything(): Promise<void> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Refusal('Building by hand needs root on Linux.')
  const programs = await findPrograms()
  const folder = mkdtempSync(join(tmpdir(), 'casebook-examples-'))
  chmodSync(folder, 0o755) // as root the database runs as a user of its own, who has to be able to enter
  try {
    await tryProxies(programs, folder)
    await tryImage(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

await check().catch(endWith)
