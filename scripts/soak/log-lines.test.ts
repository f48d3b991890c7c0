import { expect, test } from 'vitest'
import { strangeLines } from './log-lines.ts'

const start = `  install         0.2 s  nothing to do
  database        0.9 s  started in /srv/casebook
  Warning: PUBLIC_URL is http: passwords and cookies cross the network in the clear. Put a TLS proxy in front.

Casebook is ready: http://localhost:3000
Set it up within the hour: http://localhost:3000/setup?token=abc
Mail is written to /srv/casebook/mail; set SMTP_URL and MAIL_FROM to send it.
{"time":"2026-11-28T08:00:00.000Z","level":"info","event":"server.started","pid":1}
`
const event = (name: string, facts = '') => `{"level":"warn","event":"${name}"${facts}}\n`
const strange = (said: string) => strangeLines(said, /@kitahama\.example/)

test('takes the words of each start and the events after it', () => {
  expect(strange(start + event('request.slow') + start + event('server.stopped'))).toEqual([])
})

test.each([
  ['words once it serves', 'Stopping …'],
  ['a step once it serves', '  demo            3.0 s'],
  ['words of somebody else at a start', '', '(node:1) ExperimentalWarning: this may change'],
  ['an event that nobody declared', event('something.else').trim()],
  ['JSON that tells no event', '{"level":"warn"}'],
  ['an address', event('mail.failed', ',"to":"aoi@kitahama.example"').trim()],
])('finds %s', (_, after, before = '') => {
  expect(strange(`${before}\n${start}${after}\n`)).toEqual([before || after])
})
