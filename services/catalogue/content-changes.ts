import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const lookEvery = 500

/**
 * Yields each time a file of a folder has changed, appeared or gone since it was called, until told to stop. It looks at them again and again:
 * where editors put a new file in the place of the old one, as many do, `fs.watch` tells of the first change and of no other.
 */
export async function contentChanges(signal: AbortSignal, root = path.join(process.cwd(), 'content')): Promise<AsyncGenerator<void>> {
  return changesSince(await stampOf(root), signal, root)
}

async function* changesSince(first: string, signal: AbortSignal, root: string): AsyncGenerator<void> {
  let before = first
  while (!signal.aborted) {
    await wait(lookEvery, null, { signal }).catch(() => null)
    const now = signal.aborted ? before : await stampOf(root)
    if (now === before) continue
    before = now
    yield
  }
}

/** Names, sizes and times of all files below a folder. */
async function stampOf(root: string): Promise<string> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const lines = await Promise.all(
    files.map(async (file) => {
      const found = await stat(file).catch(() => null)
      return `${file} ${found?.size} ${found?.mtimeMs}`
    }),
  )
  return lines.sort().join('\n')
}
