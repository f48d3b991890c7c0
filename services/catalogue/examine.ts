import { check } from '#domain/catalogue/check'
import type { Problem } from '#domain/catalogue/source'
import { warn } from '#domain/catalogue/warn'
import { type Files, type Parsed, parseReadable } from './read-content.ts'
import { findUpkeep, type Upkeep } from './upkeep.ts'

export interface Findings extends Upkeep {
  /** False where a file is missing or has not its shape: then only units that can be read are checked further, each by itself. */
  isWhole: boolean
}

/** Everything that is wrong, and everything to look at: what those who write are told. */
export function examine(files: Files, { content, problems }: Parsed = parseReadable(files)): Findings {
  if (!content || problems.length > 0) {
    const further = content ? ofSoundUnits(check(content), problems, files) : []
    return { isWhole: false, problems: inOrder([...problems, ...further]), warnings: [], confirmed: 0, pairs: 0 }
  }
  const upkeep = findUpkeep(files)
  return {
    ...upkeep,
    isWhole: true,
    problems: [...check(content), ...upkeep.problems],
    warnings: [...upkeep.warnings, ...warn(content)],
  }
}

const unitOf = (file: string) => /^content\/units\/[^/]+\//u.exec(file)?.[0] ?? null

/** What the meaning of a unit lacks, where its shapes lack nothing; a language not written yet leaves the other to be checked. */
function ofSoundUnits(found: Problem[], shapes: Problem[], files: Files): Problem[] {
  const unsound = new Set(shapes.filter(({ file }) => files.has(file)).map(({ file }) => unitOf(file)))
  const lines = found.filter(({ file }) => unitOf(file) !== null && !unsound.has(unitOf(file)))
  // Where one language stands in for the other, it is found twice.
  return [...new Map(lines.map((problem) => [`${problem.file}:${problem.line}: ${problem.reason}`, problem])).values()]
}

const inOrder = (problems: Problem[]) => problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
