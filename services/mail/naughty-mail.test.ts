import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cleanLine } from '#domain/text'
import { naughtyStrings, written } from '#testing/naughty/strings'
import { composeMail } from './compose.ts'
import { mailTransport } from './transport.ts'

const folder = mkdtempSync(join(tmpdir(), 'casebook-naughty-mail-'))
afterAll(() => rmSync(folder, { recursive: true }))
const publicUrl = 'https://casebook.example'
const send = mailTransport({ smtp: null, mailDir: folder, publicUrl, isDemo: false })

interface Received {
  headers: Map<string, string>
  text: string
}

/** Reads a message as a mail program does: lines unfolded, encoded words decoded. */
function received(file: string): Received {
  const [head = '', ...rest] = readFileSync(join(folder, file), 'utf8').split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = lines.map((line): [string, string] => [line.split(':')[0] ?? '', decoded(line.slice(line.indexOf(':') + 1).trim())])
  expect(new Set(headers.map(([name]) => name)).size, 'each header once').toBe(headers.length)
  return { headers: new Map(headers), text: rest.join('\r\n\r\n').replaceAll('\r\n', '\n') }
}

/** Encoded words (RFC 2047): neighbours belong together, and may cut a character between them. */
function decoded(value: string): string {
  const word = /=\?utf-8\?([bq])\?([^?]*)\?=/gi
  const bytes = (encoding: string, text: string) =>
    encoding.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64')
      : Buffer.from(
          text.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        )
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (run) =>
      Buffer.concat([...run.matchAll(word)].map(([, encoding = '', text = '']) => bytes(encoding, text))).toString('utf8'),
    )
}

const expectedHeaders = [
  'Auto-Submitted',
  'Content-Transfer-Encoding',
  'Content-Type',
  'Date',
  'From',
  'MIME-Version',
  'Message-ID',
  'Subject',
  'To',
]

test('every name and organisation arrives as text, in the subject, the address and the words, and adds no header', async () => {
  let counted = 0
  for (const text of naughtyStrings) {
    const name = cleanLine(text).slice(0, 200)
    if (name === '') continue
    counted += 1
    const occasion = { language: 'en', publicUrl, token: 'THE-TOKEN' } as const
    const person = { name: text.slice(0, 400), address: 'aoi@kitahama.example' }
    const mail = composeMail({ ...occasion, kind: 'invitation', person, organisation: text.slice(0, 400) })
    await send(mail, 'naughty')
    const { headers, text: body } = received('naughty.eml')
    const told = cleanLine(text.slice(0, 400))
    expect([...headers.keys()].sort(), written(text)).toEqual(expectedHeaders)
    expect(headers.get('Subject'), written(text)).toBe(mail.subject)
    expect(headers.get('To'), written(text)).toContain('aoi@kitahama.example')
    expect(mail.subject, written(text)).toContain(told)
    expect(body, written(text)).toBe(mail.text)
    expect(body, written(text)).toContain(`${told},\n`)
    expect(
      body.split('\n').filter((line) => line.startsWith(publicUrl)),
      written(text),
    ).toEqual([`${publicUrl}/invite/THE-TOKEN`])
  }
  expect(counted).toBeGreaterThan(1000)
})
