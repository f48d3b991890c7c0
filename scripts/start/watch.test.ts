import { expect, test } from 'vitest'
import { watcher } from './watch.ts'

function watched() {
  const told: unknown[] = []
  const clock = { read: 1_000_000, steady: 0 }
  const state = { isThere: true }
  const look = watcher({
    ask: () => (state.isThere ? Promise.resolve() : Promise.reject(new Error('gone'))),
    tell: (...line) => told.push(line),
    clocks: () => ({ ...clock }),
  })
  const after = async (milliseconds: number, jumped = 0) => {
    clock.steady += milliseconds
    clock.read += milliseconds + jumped
    await look()
  }
  return { told, state, after }
}

test('that the database is lost and regained is told once each, however often one looks', async () => {
  const { told, state, after } = watched()
  await after(0)
  state.isThere = false
  for (let looks = 0; looks < 60; looks += 1) await after(1000)
  state.isThere = true
  await after(1000)
  await after(1000)
  expect(told).toEqual([['database.lost'], ['database.regained', { seconds: 60 }]])
})

test('a clock that jumps is told with how far; one that is slewed is not', async () => {
  const { told, after } = watched()
  await after(0)
  await after(1000, 400)
  await after(1000, -86_400_000)
  await after(1000)
  await after(1000, 3_600_000)
  expect(told).toEqual([
    ['clock.jumped', { seconds: -86_400 }],
    ['clock.jumped', { seconds: 3600 }],
  ])
})
