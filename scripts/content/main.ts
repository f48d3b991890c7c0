// Runs one of the tools for content by its name.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { impactOf } from '#domain/catalogue/impact'
import { reviewChecklist } from '#domain/catalogue/schema'
import type { ContentSource, Problem } from '#domain/catalogue/source'
import { countFullLessons } from '#domain/catalogue/warn-whole'
import { examine } from '#services/catalogue/examine'
import { parseFiles, readFiles } from '#services/catalogue/read-content'
import { confirmPair, reviewsFile, signReview, translationsFile } from '#services/catalogue/upkeep'
import { endWith, Refusal } from '../bootstrap/steps.mjs'

const files = await readFiles()
const lineOf = ({ file, line, reason }: Problem) => `${file}:${line}: ${reason}`

/** @throws with a line for each wrong shape, for nothing can be said about content that cannot be read. */
function read(): ContentSource {
  const { content, problems } = parseFiles(files)
  if (!content) throw new Refusal(problems.map(lineOf).join('\n'))
  return content
}

/** Everything that is wrong, then everything to look at. */
function checkAll(): void {
  const { problems, warnings, confirmed, pairs, isWhole } = examine(files)
  for (const problem of problems) console.error(lineOf(problem))
  for (const warning of warnings) console.log(`${lineOf(warning)} (warning)`)
  console.log(
    isWhole
      ? `${problems.length} problems, ${warnings.length} warnings; ${confirmed} of ${pairs} pairs of texts confirmed. ${countFullLessons(read())} lessons take five to eight minutes.`
      : `${problems.length} problems. Until every file can be read, only units that can be are checked further, each by itself.`,
  )
  process.exitCode = problems.length > 0 ? 1 : 0
}

function showImpact([fact = '']: string[]): void {
  const places = impactOf(read(), fact)
  if (!places) throw new Refusal(`There is no fact “${fact}”. Usage: npm run content:impact FACT`)
  for (const { file, line, what } of places) console.log(`${file}:${line}: ${what}`)
}

function confirm(names: string[]): void {
  if (names.length === 0) throw new Refusal('Usage: npm run content:confirm FILE, as in content/units/five-rentals/lesson.en.md')
  for (const name of names) {
    files.set(translationsFile, confirmPair(files, name.replaceAll('\\', '/').replace(/^.*?(?=content\/)/u, '')))
    writeFileSync(translationsFile, files.get(translationsFile) ?? '')
  }
}

/** Asks for each point of the list, and signs when all are so. */
async function review([unit = '', language]: string[]): Promise<void> {
  if (unit === '' || (language !== 'en' && language !== 'ja')) throw new Refusal('Usage: npm run content:review UNIT LANGUAGE (en or ja)')
  const signed = signReview(files, { unit, language, on: new Date().toISOString().slice(0, 10), by: reviewer() })
  const reading = createInterface({ input: process.stdin })
  const answers = reading[Symbol.asyncIterator]()
  try {
    for (const point of reviewChecklist) {
      process.stdout.write(`${point}? (yes) `)
      const { value = '' } = await answers.next()
      if (String(value).trim().toLowerCase() !== 'yes') throw new Refusal('Not signed.')
    }
  } finally {
    reading.close()
  }
  writeFileSync(reviewsFile, signed)
}

/** Who signs: the name that git knows. */
function reviewer(): string {
  try {
    return execFileSync('git', ['config', 'user.name'], { encoding: 'utf8' }).trim()
  } catch {
    throw new Refusal('Nobody is known to sign: set your name with git config user.name first.')
  }
}

const tools: Record<string, (rest: string[]) => void | Promise<void>> = { check: checkAll, impact: showImpact, confirm, review }
const [name = 'check', ...rest] = process.argv.slice(2)
await Promise.resolve()
  .then(() => tools[name]?.(rest))
  .catch(endWith)
