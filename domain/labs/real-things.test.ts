import { expect, it } from 'vitest'
import { realThings } from '#testing/labs/real-things'

const planted = [
  'login.casebook-mail.com',
  '8.8.4.4',
  '2606:4700::1111',
  '2a00:1450:4009:81f:0:0:0:200e',
  'fe80::1',
  '2001:db9::1',
  '2001:DB80::1',
  '::ffff:8.8.4.4',
]

it.each(planted)('what is linted for real things finds %s, wherever it stands in a world', (one) => {
  for (const text of [
    one,
    `from ${one}, twice`,
    `It came from ${one}.`,
    `${one}: refused`,
    JSON.stringify({ cells: ['10:20:30', one, 4] }),
  ])
    expect(realThings(text)).toContain(one)
})

const invented = [
  'kessel-parts.example',
  'plan.test',
  'GA-1234.pdf',
  '192.0.2.17',
  '198.51.100.3',
  '203.0.113.250',
  '2001:db8::1',
  '2001:0DB8:0:1::f',
]
const times = ['10:20:30', '2024-06-03T10:20', '2024-06-03T10:20:30', '10:20:30:40', 'from 09:00 to 10:20', 'since:40']

it.each([...invented, ...times])('and leaves %s alone', (one) => {
  expect(realThings(JSON.stringify([one, `${one}.`]))).toEqual([])
})
