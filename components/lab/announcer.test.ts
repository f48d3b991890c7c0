import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAnnouncer } from './announcer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('an announcer', () => {
  it('says only the last of several sentences, once it has been quiet for a while', () => {
    const said: string[] = []
    const { put } = createAnnouncer((sentence) => said.push(sentence), 800)
    put('3 alerts')
    vi.advanceTimersByTime(500)
    put('5 alerts')
    vi.advanceTimersByTime(799)
    expect(said).toEqual([])
    vi.advanceTimersByTime(1)
    expect(said).toEqual(['5 alerts'])
  })

  it('says nothing any more once it is stopped', () => {
    const said: string[] = []
    const { put, stop } = createAnnouncer((sentence) => said.push(sentence))
    put('3 alerts')
    stop()
    vi.runAllTimers()
    expect(said).toEqual([])
  })
})
