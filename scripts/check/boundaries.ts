import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bootstrap/node.mjs'
import { run } from '../bootstrap/run.mjs'

const rooms = ['app', 'auth', 'bench', 'components', 'db', 'domain', 'e2e', 'scripts', 'services', 'testing', 'instrumentation.ts']

interface Cruise {
  summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] }
}

/** Imports that cross a boundary of `.dependency-cruiser.mjs`. */
export async function boundaries(): Promise<string> {
  const program = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  const present = rooms.filter((room) => existsSync(join(root, room)))
  const { output } = await run(process.execPath, [program, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...present], {
    cwd: root,
  })
  return boundaryProblems(output)
}

/** A cruise that saw next to nothing proves nothing, whatever it reports. */
export function boundaryProblems(output: string): string {
  const { summary } = parsed(output)
  if (summary.totalCruised < 20) return `only ${summary.totalCruised} modules were seen, so nothing is proved`
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).join('\n')
}

function parsed(output: string): Cruise {
  try {
    return JSON.parse(output) as Cruise
  } catch {
    throw new Error(`dependency-cruiser gave no report: ${output}`)
  }
}
