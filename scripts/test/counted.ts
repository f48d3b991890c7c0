import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../bootstrap/node.mjs'
import { run, tail } from '../bootstrap/run.mjs'

export interface Counts {
  passed: number
  failed: number
}

/** What a run of tests came to; `output` is what to show when something failed. */
export type Outcome = Counts & { output: string }

/** Counts a vitest report; a skipped test is one that did not pass. */
export function countVitest(report: string): Counts {
  const { numPassedTests, numTotalTests } = JSON.parse(report) as { numPassedTests: number; numTotalTests: number }
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests }
}

/** Counts a Playwright report; what passed only when tried again, or was skipped, did not pass. */
export function countPlaywright(report: string): Counts {
  const { stats, errors } = JSON.parse(report) as { stats: Record<string, number>; errors: unknown[] }
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats
  return { passed: expected, failed: unexpected + flaky + skipped + errors.length }
}

/** A run that ended badly or counted nothing has failed, whatever its report says. */
export function judged(code: number, { passed, failed }: Counts): Counts {
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed }
}

export const runVitest = (...args: string[]) =>
  counted(countVitest, (report) => ({
    program: 'vitest/vitest.mjs',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    env: { NO_COLOR: '1' },
  }))

/** Runs the journeys in the given browser against the site that is built; `args` choose among them. */
export const runJourneys = (chromium: string, ...args: string[]) =>
  counted(countPlaywright, (report) => ({
    program: '@playwright/test/cli.js',
    args: ['test', '-c', 'e2e/playwright.config.ts', ...args],
    env: { CASEBOOK_CHROMIUM: chromium, CASEBOOK_E2E_REPORT: report, NO_COLOR: '1' },
  }))

interface Command {
  program: string
  args: string[]
  env: Record<string, string>
}

/** Runs a test program that writes its report to a file, and counts from the report. */
async function counted(count: (report: string) => Counts, command: (reportFile: string) => Command): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-report-'))
  const reportFile = join(folder, 'report.json')
  const { program, args, env } = command(reportFile)
  try {
    const { code, output } = await run(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
    })
    return { ...judged(code, countsIn(reportFile, count)), output: tail(output, 400) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function countsIn(file: string, count: (report: string) => Counts): Counts {
  try {
    return count(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 0 }
  }
}
