import { IntlProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Dossier } from '#domain/catalogue/types'
import { CaseAside, type Contact } from './case-aside.tsx'

const dossier = { notKnown: [], checkedOn: '2026-11-22' } as unknown as Dossier
const contact = { name: 'Training <desk>', email: 'training@kitahama.example' }

function asideFor(contact: Contact | null, maySetContact: boolean, language: 'en' | 'ja' = 'en'): string {
  return renderToStaticMarkup(
    <IntlProvider locale={language} timeZone="Asia/Tokyo" now={new Date('2026-11-22T00:00:00Z')}>
      <CaseAside dossier={dossier} courses={[]} contact={contact} maySetContact={maySetContact} />
    </IntlProvider>,
  )
}
const links = (page: string) => [...page.matchAll(/href="([^"]*)"/gu)].map(([, href]) => href)

it('names the contact for corrections as text, with a link that writes to it', () => {
  for (const maySet of [true, false]) {
    const page = asideFor(contact, maySet)
    expect(page).toContain('Corrections go to Training &lt;desk&gt;:')
    expect(links(page)).toEqual(['mailto:training@kitahama.example'])
  }
  expect(asideFor(contact, false, 'ja')).toContain('訂正のご連絡はTraining &lt;desk&gt;まで：')
})

it('writes to the address alone, whatever is in it', () => {
  expect(links(asideFor({ ...contact, email: 'a?bcc=all&b%0a@kitahama.example' }, false))).toEqual([
    'mailto:a%3Fbcc%3Dall%26b%250a@kitahama.example',
  ])
})

it('names nobody until a contact is set, and leads those who may set it to the setting', () => {
  expect(asideFor(null, false)).toContain('Corrections go to your organisation’s admins')
  expect(links(asideFor(null, false))).toEqual([])
  expect(links(asideFor(null, true))).toEqual(['/admin/settings#contact'])
  expect(asideFor(null, true, 'ja')).toContain('訂正の連絡先を設定する')
})
