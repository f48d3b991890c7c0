/** Runs an operation many times, several at once, and tells how it went. */

export interface Load {
  operations: number
  concurrency: number
}

export interface Outcome {
  perSecond: number
  /** Milliseconds from asking to the last byte. */
  p50: number
  p95: number
}

/** @param operation is given the number of the run, from `first`; what it throws ends all. */
export async function runLoad(
  operation: (index: number) => Promise<unknown>,
  { operations, concurrency }: Load,
  first = 0,
): Promise<Outcome> {
  const times: number[] = []
  let next = 0
  const begun = performance.now()
  const work = async () => {
    while (next < operations) {
      const index = first + next++
      const from = performance.now()
      await operation(index)
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  const seconds = (performance.now() - begun) / 1000
  return { perSecond: operations / seconds, p50: quantile(times, 0.5), p95: quantile(times, 0.95) }
}

/** The smallest time that the given share of all does not exceed (nearest rank). */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
