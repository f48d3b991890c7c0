import { describe, expect, it } from 'vitest'
import { createOutbox, type Letter, type OutboxState, type Reply } from './outbox.ts'
import type { ResponseAnswer } from './quiz-step.tsx'

const letter = (name: string): Letter => ({ address: `/${name}`, fields: [] })

/** An outbox whose replies are given one by one. */
function outboxWith(sequence = 0) {
  const sent: string[] = []
  const told: OutboxState['kind'][] = []
  const taken: ResponseAnswer[] = []
  const open: ((reply: Reply) => void)[] = []
  const back: (() => void)[] = []
  const put = createOutbox({
    sequence,
    post: ({ address }, number) => {
      sent.push(`${address} ${number}`)
      return new Promise((resolve) => open.push(resolve))
    },
    untilBack: () => new Promise((resolve) => back.push(resolve)),
    tell: ({ kind }) => told.push(kind),
    take: (answer) => taken.push(answer),
  })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  const reply = async (with_: Reply) => {
    open.shift()?.(with_)
    await settle()
  }
  const comeBack = async () => {
    back.shift()?.()
    await settle()
  }
  return { put, reply, comeBack, sent, told, taken }
}

describe('the outbox', () => {
  it('keeps what cannot be sent, says so, and sends it again unchanged when the connection is back', async () => {
    const { put, reply, comeBack, sent, told } = outboxWith()
    put(letter('first'))
    await reply({ kind: 'unsent', message: null })
    put(letter('second'))
    expect(told.at(-1)).toBe('unsent')
    await comeBack()
    await reply({ kind: 'kept', sequence: 1 })
    await reply({ kind: 'kept', sequence: 2 })
    expect(sent).toEqual(['/first 0', '/first 0', '/second 1'])
    expect(told.at(-1)).toBe('saved')
  })

  it('sends one at a time, and of those that wait only the newest', async () => {
    const { put, reply, sent } = outboxWith(4)
    for (const name of ['first', 'second', 'third']) put(letter(name))
    await reply({ kind: 'kept', sequence: 5 })
    expect(sent).toEqual(['/first 4', '/third 5'])
  })

  it('tells a refusal, drops what waits, and takes a new letter', async () => {
    const { put, reply, sent, told } = outboxWith()
    put(letter('first'))
    put(letter('second'))
    await reply({ kind: 'refused', message: 'another tab' })
    expect(told.at(-1)).toBe('refused')
    put(letter('third'))
    expect(sent).toEqual(['/first 0', '/third 0'])
  })

  it('hands on what a response is answered with, drops what waited behind it, and counts on for the next question', async () => {
    const { put, reply, sent, told, taken } = outboxWith(3)
    const answer: ResponseAnswer = { next: '/next', sequence: 4, feedback: null, question: null }
    put(letter('response'))
    put(letter('late'))
    await reply({ kind: 'given', sequence: 4, answer })
    expect(taken).toEqual([answer])
    expect(told.at(-1)).toBe('idle')
    put(letter('second'))
    await reply({ kind: 'kept', sequence: 5 })
    put(letter('third'))
    expect(sent).toEqual(['/response 3', '/second 4', '/third 5'])
  })

  it('hands on the answer to a response that was sent again after its reply was lost', async () => {
    const { put, reply, comeBack, sent, taken } = outboxWith()
    put(letter('response'))
    await reply({ kind: 'unsent', message: null })
    await comeBack()
    await reply({ kind: 'given', sequence: 1, answer: { next: '/', sequence: 1, feedback: null, question: null } })
    expect(sent).toEqual(['/response 0', '/response 0'])
    expect(taken).toHaveLength(1)
  })
})
