import { expect, test } from 'vitest'
import { connectionsFor } from './connections.ts'

test('there is a connection for whatever each process may ask at once', () => {
  expect([1, 8, 9, 14, 64].map(connectionsFor)).toEqual([100, 100, 103, 138, 488])
})
