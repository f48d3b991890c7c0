import { readdirSync, readFileSync } from 'node:fs'

/** What the kernel tells of processes, as Linux has it under `/proc`. */

interface Stat {
  pid: number
  parent: number
  /** Clock ticks in user and kernel mode, its own and those of children that have ended. */
  ticks: number
}

/** `sysconf(_SC_CLK_TCK)`: 100 on every Linux that Node runs on. */
const millisecondsPerTick = 10

function statOf(pid: string): Stat | null {
  try {
    // The name stands in brackets and may hold anything; what follows the last bracket is numbers.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    return { pid: Number(pid), parent: Number(fields[1]), ticks }
  } catch {
    return null
  }
}

/** The processes of these ids and all that they have started. */
function familyOf(roots: readonly number[]): Stat[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statOf(pid) ?? [])
  const family = new Set(roots)
  for (let before = 0; before < family.size; ) {
    before = family.size
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
  }
  return all.filter(({ pid }) => family.has(pid))
}

/** CPU milliseconds that these processes and all they started have used so far. */
export function cpuOf(roots: readonly number[]): number {
  return familyOf(roots).reduce((sum, { ticks }) => sum + ticks * millisecondsPerTick, 0)
}

/** MiB of memory, pages that several share divided among them (proportional set size). */
export function memoryOf(roots: readonly number[]): number {
  const kilobytes = familyOf(roots).map(({ pid }) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      return 0 // it has just ended
    }
  })
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024
}
