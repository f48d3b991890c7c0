/** Texts that a browser, a file system, a mail server or a spreadsheet would follow, open or compute. */

const schemes = [
  'javascript',
  'JaVaScRiPt',
  'java\tscript',
  ' javascript',
  'vbscript',
  'data',
  'file',
  'blob',
  'view-source',
  'ftp',
  'mailto',
  'tel',
]
const targets = [':window.naughty=1', '://evil.example/', ':text/html,<script>window.naughty=1</script>']
export const urlSchemes = [
  ...schemes.flatMap((scheme) => targets.map((target) => `${scheme}${target}`)),
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  'https:evil.example',
  'https://user:password@evil.example/',
  'http://[::1]/',
  'http://169.254.169.254/',
  'https://evil.example/?next=https://evil.example',
  'https://xn--e28h.example',
  '#fragment',
  '?query=1&query=2',
]

const climbs = ['../', '..\\', '..%2f', '..%5c', '%2e%2e/', '....//', '..;/', '/', '\\\\server\\share\\', 'C:\\', 'file:///', './']
const files = ['etc/passwd', 'windows\\win.ini', '.env', 'naughty.csv\u0000.png']
export const pathTraversal = climbs.flatMap((climb) => files.map((file) => `${climb}${climb}${file}`))

export const percentEncodings = [
  '%',
  '%%',
  '%0',
  '%00',
  '%0a%0d',
  '%20',
  '%22',
  '%25',
  '%2525',
  '%27',
  '%2f',
  '%3Cscript%3E',
  '%253Cscript%253E',
  '%u003c',
  '%c0%af',
  '%c3%28',
  '%e0%80%af',
  '%E0%A4%A',
  '%ed%a0%80',
  '%f0%28%8c%28',
  '%ff',
  '%zz',
  '+',
  'a+b',
  'a%2Bb',
]

const formulas = [
  '1+1',
  "cmd|' /C calc'!A0",
  'HYPERLINK("https://evil.example","click")',
  'IMPORTXML("https://evil.example","//a")',
  'WEBSERVICE("https://evil.example")',
  'SUM(A1:A9)',
  '2+5+cmd',
]
const starts = ['=', '+', '-', '@', '\t=', '\r=', '\n=', '＝', '＋', '－', '＠', ' =', '"=', "'="]
export const csvFormulas = starts.flatMap((start) => formulas.map((formula) => `${start}${formula}`))

export const csvBreakers = [
  ',',
  ',,',
  '"',
  '""',
  '"""',
  'a,b',
  'a"b',
  'a""b',
  '"a","b"',
  'a\nb',
  'a\r\nb',
  'a\rb',
  ';',
  'a;b',
  'a\tb',
  '\ufeffa',
  '#N/A',
  '#REF!',
  "'",
  "'1",
  '1,5',
  '1.234,56',
  'sep=;',
  'ID',
]

const headers = [
  'Bcc: everybody@evil.example',
  'Subject: another',
  'Content-Type: text/html',
  'Set-Cookie: a=b',
  'Location: //evil.example',
  '<h1>body</h1>',
]
const lineEnds = ['\r\n', '\n', '\r', '\r\n\r\n', '\u0085', '\u2028', '\u2029', '\v', '\f', '%0d%0a', '\\r\\n', '嘊嘍']
export const headerInjections = lineEnds.flatMap((end) => headers.map((header) => `name${end}${header}`))

export const mailAddresses = [
  'a@b',
  '@',
  'a@',
  '@b.example',
  'a@@b.example',
  'a b@c.example',
  '"a b"@c.example',
  'a@b.example,c@d.example',
  'a@b.example; c@d.example',
  'A <a@b.example>',
  '<a@b.example>',
  'a@b.example\r\nBcc: c@d.example',
  'a@[127.0.0.1]',
  'a@-b.example',
  'a..b@c.example',
  '.a@b.example',
  'a.@b.example',
  'ä@bücher.example',
  '用户@例え.example',
  'a@b.example.',
  'a+b@c.example',
  'a%b@c.example',
  'a!b@c.example',
  "o'neil@c.example",
  `${'a'.repeat(64)}@${'b'.repeat(63)}.example`,
  `${'a'.repeat(250)}@b.example`,
  'mailto:a@b.example',
  'a@b.example?subject=x',
  'a@xn--bcher-kva.example',
  '{a}@b.example',
  '-a@b.example',
  '=a@b.example',
  '+a@b.example',
]
