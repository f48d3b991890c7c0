import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Track as Shape } from '#domain/catalogue/schema'
import type { Problem } from '#domain/catalogue/source'
import type { Track } from '#domain/catalogue/track'
import { parseYaml } from './parse-yaml.ts'

let kept: Promise<Track[]> | null = null

/** The tracks of `content/tracks`, checked when Casebook started; read once in each process. */
export function readTracks(): Promise<Track[]> {
  kept ??= tracksIn(path.join(/*turbopackIgnore: true*/ process.cwd(), 'content', 'tracks'))
  return kept
}

/** The tracks of a folder, by the names of their files; none where there is no folder. */
export async function tracksIn(folder: string): Promise<Track[]> {
  const names = await readdir(folder).catch(() => [])
  const tracks = await Promise.all(
    names
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map(async (name): Promise<Track | null> => {
        const problems: Problem[] = []
        const located = parseYaml(name, await readFile(path.join(folder, name), 'utf8'), Shape, problems)
        return located && { id: located.data.id, title: located.data.title, summary: located.data.summary, courses: located.data.courses }
      }),
  )
  return tracks.filter((track) => track !== null)
}
