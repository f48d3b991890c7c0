import { type Browser, untilAnswered } from './browser.ts'
import { signIn } from './learner.ts'
import type { Ledger } from './ledger.ts'

interface Surroundings {
  browser: Browser
  ledger: Ledger
  courseId: string
  email: string
  password: string
}

/** An admin at work: adds a person, sends the invitation, assigns the course; and the next. */
export async function administer(at: Surroundings, isOver: () => boolean): Promise<void> {
  await signIn(at, { identifier: at.email, password: at.password })
  for (let number = 1; !isOver(); number += 1) {
    const email = `added-${number}@soak.example`
    const page = await add(at, email, `Added ${number}`)
    if (!page) continue
    await invite(at, email, page)
    await assign(at, email, page.split('/').at(-1) ?? '')
  }
}

/** @returns the address of the person's page */
async function add({ browser, ledger }: Surroundings, email: string, name: string): Promise<string | null> {
  let tries = 0
  return untilAnswered(async () => {
    const form = (await browser.read('/admin/people/new')).querySelector('form:has(input[name=sortName])')
    if (!form) return null
    tries += 1
    const { status, location, text } = await browser.send('/admin/people/new', form, { name, email })
    if (status === 303) {
      ledger.acknowledge('person', email)
      return new URL(location, 'http://localhost').pathname
    }
    // Saved by an earlier try whose answer was lost.
    if (tries > 1 && text.includes('already has this e-mail address')) return null
    ledger.surprises.push(`adding a person answered ${status}`)
    return null
  })
}

async function invite({ browser, ledger }: Surroundings, email: string, page: string): Promise<void> {
  await untilAnswered(async () => {
    const button = (await browser.read(page)).querySelector('button[value=invite]')
    const form = button?.closest('form')
    if (!form) return
    const { text } = await browser.send(page, form, { deed: 'invite' })
    if (text.includes('data-summary="done"')) ledger.acknowledge('invitation', email)
  })
}

async function assign({ browser, ledger, courseId }: Surroundings, email: string, personId: string): Promise<void> {
  const path = `/admin/assignments/new?course=${courseId}&person=${personId}`
  let tries = 0
  await untilAnswered(async () => {
    const form = (await browser.read(path)).querySelector('form.assign')
    if (!form?.innerHTML.includes('$ACTION')) return // nothing is left to be done
    tries += 1
    const { status, location, text } = await browser.send(path, form, { course: courseId, person: personId, due: '', to: '' })
    if (status === 303 && location.includes('/admin/assignments/')) ledger.acknowledge('assignment', email)
    else if (tries === 1) ledger.surprises.push(`assigning answered ${status}: ${/data-summary[^>]*>(.{0,300})/s.exec(text)?.[1]}`)
  })
}
