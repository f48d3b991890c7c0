import { compileReadable, type Readable } from './compile.ts'
import { examine, type Findings } from './examine.ts'
import { type Files, type Kept, parseReadable, readFiles } from './read-content.ts'

export interface Preview {
  findings: Findings
  /** The id of every unit that has a file, whether it can be read or not. */
  allUnitIds: string[]
  /** Null while a file that everything rests on cannot be read. */
  readable: Readable | null
}

let last: { files: Files; preview: Preview } | null = null
const kept: Kept = new Map()

/** Content as it stands in its files. What they come to is worked out again when one of them has changed, appeared or gone. */
export async function readPreview(root?: string): Promise<Preview> {
  const files = await readFiles(root)
  if (!last || !areSame(last.files, files)) last = { files, preview: previewOf(files, kept) }
  return last.preview
}

const areSame = (before: Files, now: Files) => before.size === now.size && [...now].every(([file, text]) => before.get(file) === text)

export function previewOf(files: Files, before?: Kept): Preview {
  const parsed = parseReadable(files, before)
  const allUnitIds = [...files.keys()].flatMap((file) => /^content\/units\/([^/]+)\/./u.exec(file)?.[1] ?? [])
  return {
    findings: examine(files, parsed),
    allUnitIds: [...new Set(allUnitIds)],
    readable: parsed.content && compileReadable(parsed.content),
  }
}
