import { type HTMLElement, NodeType, parse } from 'node-html-parser'
import { ask } from './ask.ts'

const read = (html: string) => parse(html, { blockTextElements: { script: true, style: true } })
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What stands on a page: the text of each element that holds nothing else, each text beside elements, and what fields hold. */
export function textsOn(html: string): Set<string> {
  const all = read(html).querySelectorAll('body *')
  const leaves = all.filter((element) => element.children.length === 0).map((element) => oneLine(element.text))
  const beside = all.flatMap(({ childNodes }) => childNodes.filter(({ nodeType }) => nodeType === NodeType.TEXT_NODE))
  const values = all.map((element) => oneLine(element.getAttribute('value') ?? ''))
  return new Set([...leaves, ...beside.map(({ text }) => oneLine(text)), ...values])
}

/** All that stands on a page, as one text: dates may be kept from breaking by elements of their own. */
export const textOn = (html: string): string =>
  oneLine(read(html.replace(/<script[\s\S]*?<\/script>/g, '')).querySelector('body')?.text ?? '')

/** The kinds of elements on a page. */
export const elementsOn = (html: string): Set<string> =>
  new Set(
    read(html)
      .querySelectorAll('*')
      .map((element) => element.rawTagName.toLowerCase()),
  )

/** What is on a page that we have not put there: other elements, handlers, scripts without the page's mark, addresses that lead elsewhere. */
export function intrudersOn(html: string, own: ReadonlySet<string>): string[] {
  const found: string[] = []
  for (const element of read(html).querySelectorAll('*')) {
    const tag = element.rawTagName.toLowerCase()
    if (!own.has(tag)) found.push(`<${tag}>`)
    if (tag === 'script' && !element.getAttribute('nonce')) found.push(`script: ${element.outerHTML.slice(0, 100)}`)
    for (const [name, value] of Object.entries(element.attributes)) {
      if (/^on/i.test(name) || name === 'srcdoc') found.push(`${tag} ${name}`)
      if (['href', 'src', 'action', 'formaction'].includes(name) && value !== '' && !/^([/#?](?!\/)|https?:\/\/)/.test(value))
        found.push(`${tag} ${name}=${value.slice(0, 60)}`)
    }
  }
  return [...new Set(found)]
}

export interface FoundForm {
  path: string
  fields: [string, string][]
}

/** What a hidden field holds, in the first form of a page that has it. */
export async function hiddenOn(path: string, cookie: string, name: string): Promise<string> {
  const { text } = await ask({ path, headers: { cookie } })
  const value = read(text).querySelector(`input[type=hidden][name=${name}]`)?.getAttribute('value')
  if (!value) throw new Error(`${path} has no hidden ${name}`)
  return value
}

/** What the second choice of a list stands for, where one chooses or where one is helped to type: the first may say to choose. */
export async function secondOption(path: string, cookie: string, name: string): Promise<string> {
  const { text } = await ask({ path, headers: { cookie } })
  const page = read(text)
  const list = page.querySelector(`input[name=${name}]`)?.getAttribute('list')
  return page.querySelectorAll(list ? `[id="${list}"] option` : `select[name=${name}] option`)[1]?.getAttribute('value') ?? ''
}

/** The form on a page that holds an element, and not another, with what it would send if nothing were filled in. */
export async function findForm(path: string, cookie: string, holding: string, without?: string): Promise<FoundForm> {
  const { text } = await ask({ path, headers: { cookie } })
  const form = read(text)
    .querySelectorAll('main form')
    .find((each) => each.querySelector(holding) && !(without && each.querySelector(without)))
  if (!form) throw new Error(`${path} has no form with ${holding}`)
  const inputs = form
    .querySelectorAll('input[name], textarea[name]')
    .map((input) => [input, input.tagName === 'TEXTAREA' ? input.text : (input.getAttribute('value') ?? '')] as const)
  const sent = inputs
    .filter(([input]) => !['checkbox', 'radio', 'submit'].includes(input.getAttribute('type') ?? ''))
    .map(([input, value]): [string, string] => [nameOf(input), value])
  const chosen = form.querySelectorAll('select[name]').map((select): [string, string] => {
    const option = select.querySelector('option[selected]') ?? select.querySelector('option')
    return [nameOf(select), option?.getAttribute('value') ?? '']
  })
  // A form that only looks is sent by a button which holds the action.
  const deeds = form.querySelectorAll('button[name]').filter((button) => nameOf(button).startsWith('$ACTION'))
  return { path, fields: [...sent, ...chosen, ...deeds.map((button): [string, string] => [nameOf(button), ''])] }
}

const nameOf = (element: HTMLElement) => element.getAttribute('name') ?? ''

/** Sends a form as a browser without script does; gives the page it leads to, or the page that comes back. */
export async function sendForm({ path, fields }: FoundForm, cookie: string, filled: Record<string, string>) {
  const boundary = 'casebook-form'
  const all = [...fields.filter(([name]) => !(name in filled)), ...Object.entries(filled)]
  const parts = all.map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  const body = Buffer.from(`${parts.join('')}--${boundary}--\r\n`)
  const headers = { cookie, 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': String(body.length) }
  const answer = await ask({ method: 'POST', path, headers, body })
  return { ...answer, location: String(answer.headers.location ?? '').replace(/^https?:\/\/[^/]+/, '') }
}
