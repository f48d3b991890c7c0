import { randomUUID } from 'node:crypto'
import type { Wish } from './ask.ts'

/** What programs send that no page of ours would: for any address. */

const many = (count: number, one: (index: number) => string) => Array.from({ length: count }, (_, index) => one(index)).join('&')

export const queries = [
  'a=1&a=2&a[]=3&a[b]=4',
  '__proto__=x&constructor=y&toString=z&hasOwnProperty=1',
  'page=-1',
  'page=1e9',
  'page=99999999999999999999999',
  'page=NaN&page=2&page=',
  'q=%00&search=%00&actor=%00&subject=%00',
  'q=%E0%A4%A&search=%ff%fe&actor=%',
  'from=9999-12-31&to=0000-01-01&before=x&verb=%0d%0aSet-Cookie:x',
  'from=2026-02-31&to=%E3%81%82&before=00000000-0000-0000-0000-000000000000',
  'group=not-an-id&person=..&list=%00&assignment=x&course=%00&beneath=1',
  `group=${randomUUID()}&person=${randomUUID()}&list=${randomUUID()}&course=no-such-course`,
  'status=constructor&weeks=1e309&sort=__proto__&state=toString&role=valueOf&tab=x&outcome=x',
  'to=all&due=2026-99-99&person=x&group=%00&list=%27&course=%F0%9F%98%80',
  'next=//evil.example&next=javascript:1&notice=constructor&refused=__proto__',
  'question=-1&sealed&refused=%00&notice=%00&token=%00',
  'question=1e9&question=2&token=a&token=b',
  many(1500, (index) => `f${index}=${index}`),
  `q=${'%E3%81%82'.repeat(900)}&search=${'a'.repeat(5000)}`,
].map((query): Wish => ({ path: `?${query}` }))

export const parameters = [
  'x',
  '%00',
  'a%00b',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  '__proto__',
  'constructor',
  '%F0%9F%98%80',
  "'%20or%201=1--",
  '%3Cscript%3E',
  '-1',
  '1e309',
  'a'.repeat(5000),
  '00000000-0000-0000-0000-000000000000',
  randomUUID(),
  randomUUID().toUpperCase(),
]

const tree = (value: unknown) => encodeURIComponent(JSON.stringify(value))
const rsc = { rsc: '1' }
const told: Record<string, string>[] = [
  { ...rsc },
  { ...rsc, 'next-router-state-tree': 'nonsense' },
  { ...rsc, 'next-router-state-tree': '%7B' },
  { ...rsc, 'next-router-state-tree': tree(['', 1]) },
  { ...rsc, 'next-router-state-tree': tree(['', { children: ['__PAGE__', {}, null, 'refetch'] }]) },
  { ...rsc, 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/../_tree' },
  { ...rsc, 'next-url': '%E0%A4%A' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy', 'x-middleware-rewrite': '/admin', 'x-middleware-next': '1' },
  { 'x-nextjs-data': '1', 'x-invoke-path': '/admin', 'x-invoke-status': '500', 'x-matched-path': '/admin' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': "1.2.3.4, ' or 1=1", forwarded: 'for="[x' },
  { host: 'evil.example' },
  { host: '' },
  { 'accept-language': 'x;q=,'.repeat(500) },
  { 'accept-language': '../../etc, ja\t' },
  { accept: 'application/json' },
  { accept: '' },
  { range: 'bytes=0-0,5-1' },
  { 'if-none-match': '*', 'if-modified-since': 'never' },
  { 'accept-encoding': 'nonsense;q=9' },
  { 'content-type': 'multipart/form-data' },
  { 'user-agent': '\u0080\u00ff'.repeat(500) },
]
export const heads = told.map((headers): Wish => ({ path: '', headers }))

export const cookieHeads = (own: string): Wish[] =>
  [
    'casebook.session=; casebook.session=x',
    `${own}; casebook.session=other`,
    `casebook.session=${'a'.repeat(4000)}`,
    'casebook.session=%00; casebook.device=%; casebook.language=%E0%A4%A',
    'casebook.language=__proto__; casebook.device=a.b.c.d',
    '=; ;;; =x; __proto__=1; constructor=2',
    '"; drop',
  ].map((cookie) => ({ path: '', headers: { cookie } }))

const form = 'application/x-www-form-urlencoded'
const multipart = (...parts: string[]) => `${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`
const field = (name: string, value: string) => `content-disposition: form-data; name="${name}"\r\n\r\n${value}`
const post = (type: string | null, body: string | Buffer, headers: Record<string, string> = {}): Wish => ({
  method: 'POST',
  path: '',
  headers: { ...(type && { 'content-type': type }), 'content-length': String(Buffer.byteLength(body)), ...headers },
  body,
})
const action = { 'next-action': '00'.repeat(21) }

export const posts: Wish[] = [
  post(null, ''),
  post(null, 'a=b'),
  post('text/plain', 'words'),
  post('application/json', '{"a":'),
  post('application/json', `${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  post('application/xml', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
  post(form, 'a=%E0%A4%A&b=%00&c=%ff'),
  post(form, Buffer.from([0x61, 0x3d, 0xff, 0xfe, 0x00, 0x80])),
  post(
    form,
    many(4000, (index) => `f${index}=${index}`),
  ),
  post(
    form,
    `language=ja&language=en&language=&next=//evil.example&position=1e309&sequence=-1&value=x&attempt=x&choice=a&choice=a&kind=x&move=a`,
  ),
  post(form, '__proto__=1&constructor=2&pair.__proto__=x&kind=match&attempt=__proto__&position=0&sequence=0&certainty=certain'),
  post(form, `attempt=${randomUUID()}&position=-1&sequence=99999999999999&certainty=toString&kind=one-choice&choice=${'a'.repeat(5000)}`),
  post(form, `part=%00&decision=%00&choice=%00&language=%00&next=%00`),
  post(form, `part=${'a'.repeat(70_000)}`),
  post('multipart/form-data', 'no boundary'),
  post('multipart/form-data; boundary=b', 'nothing of the kind'),
  post('multipart/form-data; boundary=b', '--b\r\nno header'),
  post('multipart/form-data; boundary=b', multipart(field('$ACTION_ID_x', ''), field('name', 'x'))),
  post('multipart/form-data; boundary=b', multipart(field(`$ACTION_ID_${'00'.repeat(21)}`, ''))),
  post(
    'multipart/form-data; boundary=b',
    multipart(field('$ACTION_REF_1', ''), field('$ACTION_1:0', '{"id":"x","bound":"$@1"}'), field('$ACTION_1:1', '[1')),
  ),
  post('multipart/form-data; boundary=b', multipart('content-disposition: form-data; name="language"; filename="x"\r\n\r\nja')),
  post('text/plain;charset=UTF-8', '[]', action),
  post('text/plain;charset=UTF-8', '["$undefined","$Z","$1:a:b"]', action),
  post('text/plain;charset=UTF-8', '{"a":1', { 'next-action': '../../x' }),
  post('multipart/form-data; boundary=b', multipart(field('0', '["$K1"]'), field('1_name', 'x')), action),
]
