/** Near-duplicates among prompts: how much two texts share of their runs of three letters (Jaccard index, 0 to 1). */
export function similarity(a: string, b: string): number {
  return likeness(trigrams(a), trigrams(b))
}

/** Pairs of texts that are more alike than `limit`, as indexes, the later one first; each text with the first it is like. */
export function findAlike(texts: readonly string[], limit: number): [later: number, earlier: number][] {
  const runs = texts.map(trigrams)
  return runs.flatMap((own, later): [number, number][] => {
    const earlier = runs.slice(0, later).findIndex((other) => likeness(own, other) > limit)
    return earlier < 0 ? [] : [[later, earlier]]
  })
}

function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0
  for (const run of left) if (right.has(run)) shared += 1
  const all = left.size + right.size - shared
  return all === 0 ? 1 : shared / all
}

function trigrams(text: string): Set<string> {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  ]
  return new Set(letters.slice(2).map((_, index) => letters.slice(index, index + 3).join('')))
}
