import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../bootstrap/node.mjs'
import { run, tail } from '../bootstrap/run.mjs'
import { composeProblems, lintProblems, passedOn } from './compose.ts'
import { dockerfileProblems, stagesOf } from './dockerfile.ts'
import { assignmentsIn, settingProblems, settingsMissing } from './env-file.ts'
import { example, exampleCode, makeCertificate, pathOf, writeNginx } from './files.ts'
import { findPrograms, type Program, type Programs } from './programs.ts'

export interface Findings {
  problems: string[]
  /** What could not be checked on this machine, and why. */
  unchecked: string[]
}

const units = ['casebook.service', 'casebook-backup.service', 'casebook-backup.timer']
/** How much a service may be exposed, in tenths, by systemd's own reckoning; 100 is everything. */
const mostExposed = 25

interface Check {
  file: string
  needs: Program[]
  find: (programs: Record<Program, string>, folder: string) => Promise<string[]> | string[]
}

const checks: Check[] = [
  {
    file: 'casebook.env',
    needs: [],
    find: () => [
      ...new Set([false, true].flatMap((isWhole) => settingProblems(envFile(isWhole)))),
      ...settingsMissing(Object.keys(envFile(true))),
    ],
  },
  {
    file: 'Dockerfile',
    needs: [],
    find: () => dockerfileProblems(example('Dockerfile'), readPinned(), (path) => existsSync(join(root, path))),
  },
  {
    file: 'compose.yaml',
    needs: [],
    find: () => [
      ...lintProblems(pathOf('compose.yaml')),
      ...composeProblems(example('compose.yaml'), composeVariables(), imageHasCheck()),
      ...settingsMissing([...passedOn(example('compose.yaml')), ...Object.keys(image()?.environment ?? {})]),
    ],
  },
  { file: 'Caddyfile', needs: ['caddy'], find: ({ caddy }, folder) => caddyProblems(caddy, folder) },
  { file: 'nginx.conf', needs: ['nginx', 'openssl'], find: nginxProblems },
  { file: 'the systemd units', needs: ['systemd-analyze'], find: (programs, folder) => unitProblems(programs['systemd-analyze'], folder) },
]

/** What is wrong with the examples, as text; says what this machine has no program for. */
export async function exampleProblems(): Promise<string> {
  const { problems, unchecked } = await checkSyntax(await findPrograms())
  for (const what of unchecked) console.warn(`  Not checked here: ${what}.`)
  return problems.join('\n')
}

/** Reads every example with the program that it is written for. */
export async function checkSyntax(programs: Programs): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-examples-'))
  const findings: Findings = { problems: [], unchecked: [] }
  try {
    for (const { file, needs, find } of checks) {
      const missing = needs.filter((name) => programs[name] === null)
      if (missing.length > 0) findings.unchecked.push(`${file} (no ${missing.join(', ')})`)
      else for (const problem of await find(programs as Record<Program, string>, folder)) findings.problems.push(`${file}: ${problem}`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return findings
}

/** A secret has no place in an example, so one is put in. */
const secret = 'x'.repeat(64)
const envFile = (isWhole: boolean) => {
  const values = assignmentsIn(example('casebook.env'), isWhole)
  return { ...values, ...(values['CASEBOOK_SECRET'] === '' && { CASEBOOK_SECRET: secret }) }
}
const composeVariables = () => ({ ...assignmentsIn(example('compose.env')), CASEBOOK_SECRET: secret, POSTGRES_PASSWORD: secret })
const image = () => stagesOf(example('Dockerfile')).at(-1)
const imageHasCheck = () => Boolean(image()?.healthcheck)

const readPinned = () =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: { node: string } }).dependencies.node

/** What a program says of a file it does not accept. */
async function said(program: string, args: string[], env: Record<string, string> = {}): Promise<string[]> {
  const { code, output } = await run(program, args, { env: { ...process.env, ...env } })
  return code === 0 ? [] : [output.trim() || `${program} ended with exit code ${code}`]
}

async function caddyProblems(caddy: string, folder: string): Promise<string[]> {
  const own = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const { output } = await run(caddy, ['fmt', pathOf('Caddyfile')])
  const problems = await said(caddy, ['validate', '--config', pathOf('Caddyfile'), '--adapter', 'caddyfile'], own)
  return [...problems, ...(output.trim() === example('Caddyfile').trim() ? [] : ['is not formatted as `caddy fmt` has it'])]
}

async function nginxProblems({ nginx, openssl }: Record<Program, string>, folder: string): Promise<string[]> {
  const file = writeNginx(folder, makeCertificate(openssl, folder), { http: 18_080, https: 18_443, casebook: [3000] })
  return said(nginx, ['-t', '-q', '-p', folder, '-c', file])
}

async function unitProblems(analyze: string, folder: string): Promise<string[]> {
  const files = units.map((unit) => {
    const file = join(folder, unit)
    writeFileSync(file, example(unit).replaceAll(exampleCode, root))
    return file
  })
  const services = files.filter((file) => file.endsWith('.service'))
  const exposure = ['security', '--offline=true', '--no-pager', `--threshold=${mostExposed}`]
  const scripts = units.flatMap((unit) => example(unit).match(/scripts\/[\w./-]+/g) ?? [])
  return [
    ...(await said(analyze, ['verify', '--man=no', '--recursive-errors=no', ...files])),
    ...(await Promise.all(services.map((file) => said(analyze, [...exposure, file])))).flat().map((table) => tail(table, 1)),
    ...scripts.filter((script) => !existsSync(join(root, script))).map((script) => `there is no ${script}`),
  ]
}
