import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'

function given(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is set by start-installation.ts`)
  return value
}

export const setUpLink = () => given('CASEBOOK_E2E_SETUP_LINK')
export const origin = () => new URL(setUpLink()).origin
const folder = () => given('CASEBOOK_E2E_FOLDER')
export const dataFolder = () => join(folder(), 'data')

/** Everybody in the invented organisation whom a journey needs by name. */
export const cast = {
  owner: { name: 'Ayaka Mori', email: 'ayaka.mori@kitahama.example', password: 'seven grey herons by the weir' },
  admin: { name: 'Daichi Noda', email: 'daichi.noda@kitahama.example', password: 'a kettle, a map, two umbrellas' },
  reviewer: { name: 'Mika Sand', email: 'mika.sand@kitahama.example', password: 'the ferry leaves at half past four' },
  branchAdmin: { name: 'Rosa Pinto', email: 'rosa.pinto@kitahama.example', password: 'lemon trees on the north balcony' },
  branchReviewer: { name: 'Kwame Boateng', email: 'kwame.boateng@kitahama.example', password: 'eleven blue bottles in the shed' },
  learner: { name: 'Hana Ishida', email: 'hana.ishida@kitahama.example', password: 'paper boats on a slow canal' },
  otherLearner: { name: 'Lena Vogel', email: 'lena.vogel@kitahama.example', password: 'the third bell rings for lunch' },
} as const
export type Role = keyof typeof cast

/** The course that the journeys go through: two lessons, with a sort in one and a decision in the other, and a quiz of five questions. */
export const course = {
  id: 'who-says-so',
  title: 'Who says so?',
  lessons: ['who-says-so', 'reading-the-number'],
  firstLesson: 'Who says so?',
  quiz: 'whose-word-is-it',
  draw: 5,
} as const

/** What a monitor shows. */
export const metricsToken = 'a-token-for-the-monitor'

export const groups = { root: 'Kitahama Instruments', works: 'Nagoya works', affiliate: 'Kitahama Logistics' } as const

/** The text of the newest mail to an address whose text matches, waiting until it is written. */
export async function mailTo(address: string, containing: RegExp): Promise<string> {
  let found: string | undefined
  await expect
    .poll(
      () => {
        found = writtenMails().findLast((mail) => mail.includes(address) && containing.test(mail))
        return found !== undefined
      },
      { message: `a mail to ${address} with ${containing}`, timeout: 30_000 },
    )
    .toBe(true)
  return found ?? ''
}

function writtenMails(): string[] {
  const mails = join(dataFolder(), 'mail')
  if (!existsSync(mails)) return []
  return readdirSync(mails)
    .sort()
    .map((file) => decodeMail(readFileSync(join(mails, file), 'utf8')))
}

/** Joins soft line breaks and decodes quoted-printable, so that links are whole. */
function decodeMail(raw: string): string {
  if (!/quoted-printable/i.test(raw)) return raw
  const bytes = raw.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

export function linkIn(mail: string, path: RegExp): string {
  const link = mail.match(/https?:\/\/\S+/g)?.find((candidate) => path.test(candidate))
  if (!link) throw new Error(`no link ${path} in the mail:\n${mail}`)
  return link
}

const demoFile = () => join(folder(), 'demo.json')

/** Where the made-up organisation is, which stays beside the one that is set up, and the password of all its accounts, told once. */
export interface Demo {
  address: string
  password: string
}
export const keepDemo = (demo: Demo) => writeFileSync(demoFile(), JSON.stringify(demo))
export const demo = (): Demo => JSON.parse(readFileSync(demoFile(), 'utf8')) as Demo

const stateFile = (role: Role) => join(folder(), `${role}.json`)

/** Keeps a signed-in browser's cookies for later tests. */
export async function keepSession(context: BrowserContext, role: Role): Promise<void> {
  await context.storageState({ path: stateFile(role) })
}

/** A browser in which that person is already signed in. */
export async function as(browser: Browser, role: Role | 'nobody', options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin(), ...options, ...(role !== 'nobody' && { storageState: stateFile(role) }) })
  return context.newPage()
}

/** Signs in by the form, wanting to go to `next`; waits until the browser is at `landing`. */
export async function signIn(page: Page, role: Role, next: string, landing = next): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByLabel('E-mail address or employee number').fill(cast[role].email)
  await page.getByLabel('Password', { exact: true }).fill(cast[role].password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === landing)
}
