/** Near-duplicates among prompts: how much two texts share of their runs of three letters (Jaccard index, 0 to 1). */
export function similarity(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)]
  const shared = [...left].filter((run) => right.has(run)).length
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
