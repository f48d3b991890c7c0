import { expect, test } from 'vitest'
import { composeProblems, passedOn } from './compose.ts'

const good = `
services:
  casebook:
    build: .
    environment:
      PUBLIC_URL: https://\${NAME:?}
      SMTP_URL: \${SMTP_URL:-}
    volumes: [data:/var/lib/casebook, ./Caddyfile:/etc/caddy/Caddyfile:ro]
  caddy:
    image: caddy:2
    depends_on:
      casebook:
        condition: service_healthy
volumes:
  data:
`
const problems = (text: string, imageHasCheck = true) => composeProblems(text, { NAME: 'casebook.example.com' }, imageHasCheck)

test('takes a file in which everything fits', () => expect(problems(good)).toEqual([]))

test.each([
  ['a variable without a value', 'NAME:?', 'OTHER:?', 'OTHER has no value'],
  ['a service that is not there', '      casebook:\n', '      cases:\n', 'caddy waits for cases, which is not there'],
  ['a volume that is not declared', 'data:/', 'date:/', 'casebook mounts date, which is not declared'],
  ['a setting that nothing reads', 'SMTP_URL:', 'SMTP:', 'SMTP is not a setting of Casebook'],
  ['a value that a start refuses', 'https://$', '$', 'PUBLIC_URL must be an address without a path, such as https://casebook.example.com.'],
])('finds %s', (_, from, to, problem) => expect(problems(good.replace(from, to))).toContain(problem))

test('finds a wait for the health of an image that has no check', () => {
  expect(problems(good, false)).toEqual(['caddy waits for the health of casebook, which has no check'])
})

test('says what Casebook is given, and not what the proxy is', () => expect(passedOn(good)).toEqual(['PUBLIC_URL', 'SMTP_URL']))
