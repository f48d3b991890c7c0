import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf, readCode, writeCode } from './code.ts'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })

test('a code is read as it was written, however it is typed', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = codeOf(random)
      const written = writeCode(code)
      expect(written).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
      const typed = [
        written,
        code,
        written.toLowerCase(),
        ` ${written.replaceAll('-', ' ')} `,
        written.replaceAll('-', '–'),
        written.replaceAll('0', 'o').replaceAll('1', 'l'),
      ]
      for (const each of typed) expect(readCode(each)).toBe(code)
    }),
  )
})

test('two codes are the same only if their bytes are', () => {
  fc.assert(fc.property(bytes, bytes, (one, two) => (codeOf(one) === codeOf(two)) === (one.join() === two.join())))
})

test.each(['', 'ABCD', 'ABCD-EFGH-JKMN-PQR', 'ABCD-EFGH-JKMN-PQRST', 'ABCD-EFGH-JKMN-PQRU', '____-____-____-____'])(
  '%j is no code',
  (typed) => {
    expect(readCode(typed)).toBeNull()
  },
)
