import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { settingNames } from '#db/environment'
import { root } from '../bootstrap/node.mjs'
import { run } from '../bootstrap/run.mjs'
import { boundaries } from './boundaries.ts'
import { missingPaths } from './doc-paths.ts'
import { settingDocProblems } from './doc-settings.ts'
import { lockProblems } from './lock-file.ts'
import { messageProblems } from './messages.ts'
import { schemaProblems } from './schema.ts'

/** A step of the check: its name, and how to find what is wrong, as text; empty when all is well. */
export interface CheckStep {
  name: string
  problems: () => Promise<string>
}

/** Everything that needs no services and no tests, quickest first. */
export const staticSteps: CheckStep[] = [
  { name: 'lock file', problems: async () => lines(lockProblems(readJson('package-lock.json'), readJson('package.json'))) },
  {
    name: 'words',
    problems: async () => {
      const pages = { en: readJson('messages/en.json'), ja: readJson('messages/ja.json') }
      return lines([...messageProblems(pages), ...messageProblems(readJson('messages/problem.json'))])
    },
  },
  { name: 'doc paths', problems: async () => lines(docProblems()) },
  { name: 'doc settings', problems: async () => lines(settingDocProblems(pagesOf('README.md', 'docs/operate.md'), settingNames)) },
  { name: 'migrations', problems: async () => lines(await schemaProblems(root)) },
  { name: 'format, lint', problems: formatAndLint },
  { name: 'boundaries', problems: boundaries },
  { name: 'types', problems: types },
]

const lines = (problems: string[]) => problems.join('\n')
const pagesOf = (...names: string[]) => Object.fromEntries(names.map((name) => [name, readFileSync(join(root, name), 'utf8')]))
const readJson = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))

/** Runs a program of a package; what it says counts only if it fails. */
async function program(path: string, ...args: string[]): Promise<string> {
  const { code, output } = await run(process.execPath, [join(root, 'node_modules', path), ...args], { cwd: root })
  return code === 0 ? '' : output.trim() || `${path} ended with exit code ${code}`
}

function formatAndLint(): Promise<string> {
  return program(
    '@biomejs/biome/bin/biome',
    'check',
    '--colors=off',
    '--error-on-warnings',
    '--diagnostic-level=warn',
    '--max-diagnostics=40',
    '.',
  )
}

async function types(): Promise<string> {
  rmSync(join(root, '.next', 'types'), { recursive: true, force: true }) // else those of routes that are gone are checked too
  return (await program('next/dist/bin/next', 'typegen')) || (await program('typescript/bin/tsc', '--noEmit', '--pretty', 'false'))
}

function docProblems(): string[] {
  const exists = (path: string) => existsSync(join(root, path))
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' })
  const pages = list.split('\n').filter((page) => page && !page.startsWith('content/') && exists(page))
  return pages.flatMap((page) =>
    missingPaths(readFileSync(join(root, page), 'utf8'), dirname(page), exists).map(
      (path) => `${page} names ${path}, which does not exist`,
    ),
  )
}
