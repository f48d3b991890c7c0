import type { Database } from '#db/client'
import { log } from '#db/log'

interface Watched {
  ask: () => Promise<unknown>
  tell: typeof log
  /** Milliseconds on the clock people read, and on the one that only goes forward. */
  clocks: () => { read: number; steady: number }
}

const jump = 5_000

/** Looks whether the database answers and the clock goes on evenly. Tells each change once. */
export function watcher({ ask, tell, clocks }: Watched): () => Promise<void> {
  let lostAt: number | null = null
  let offset: number | null = null
  return async () => {
    const { read, steady } = clocks()
    if (offset !== null && Math.abs(read - steady - offset) > jump)
      tell('clock.jumped', { seconds: Math.round((read - steady - offset) / 1000) })
    offset = read - steady
    try {
      await ask()
      if (lostAt !== null) tell('database.regained', { seconds: Math.round((clocks().steady - lostAt) / 100) / 10 })
      lostAt = null
    } catch {
      if (lostAt !== null) return
      lostAt = clocks().steady
      tell('database.lost')
    }
  }
}

/** Looks every second, from now on. */
export function keepWatch(db: Database): { stop: () => Promise<void> } {
  const clocks = () => ({ read: Date.now(), steady: performance.now() })
  const look = watcher({ ask: () => db.$client.query('select 1'), tell: log, clocks })
  let looking: Promise<void> | null = null
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = null
    })
  }, 1000)
  return {
    stop: async () => {
      clearInterval(timer)
      await looking
    },
  }
}
