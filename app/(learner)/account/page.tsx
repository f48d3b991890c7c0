import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { PasswordInput } from '#components/account/password-input'
import { RadioGroup, Select } from '#components/ui/field'
import { Form, SubmitButton } from '#components/ui/form'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { getAccount } from '#services/account/get-account'
import { listSessions } from '#services/sessions/list-sessions'
import { Frame } from '../../_adapter/frame.tsx'
import { orNotFound } from '../../_adapter/page.ts'
import type { Search } from '../../_adapter/search.ts'
import { leave } from '../../_adapter/sign-out.ts'
import { timeZoneOptions } from '../../_adapter/time-zones.ts'
import { saveLanguageAndTime, savePassword } from './actions.ts'
import { Devices } from './devices.tsx'
import { Guidance, Recorded, Yourself } from './facts.tsx'
import { Part } from './part.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

export default async function AccountPage({ searchParams }: { searchParams: Search }) {
  const caller = await personCaller('/account')
  const account = await orNotFound(getAccount(caller, {}))
  const sessions = await orNotFound(listSessions(caller, {}))
  const { notice } = await searchParams
  const t = await getTranslations('account')
  return (
    <Frame section="account" here="/account">
      <main id="main" className="page account">
        <PageHead title={t('title')}>
          <Form action={leave}>
            <SubmitButton kind="plain">{t('signOut')}</SubmitButton>
          </Form>
        </PageHead>
        <Yourself account={account} />
        <LanguageAndTime account={account} organisationZone={caller.organisation.timeZone} isSaved={notice === 'saved'} />
        <Password email={account.email} />
        <Devices sessions={sessions} isEnded={notice === 'ended'} />
        <Guidance {...caller.organisation.guidance} language={caller.actor.language} />
        <Recorded account={account} readableSince={caller.organisation.responsesReadableSince} timeZone={caller.actor.timeZone} />
      </main>
    </Frame>
  )
}

interface Choices {
  account: { language: string; timeZone: string | null }
  organisationZone: string
  isSaved: boolean
}

async function LanguageAndTime({ account, organisationZone, isSaved }: Choices) {
  const t = await getTranslations('account')
  const languages = [
    { value: 'en', label: 'English' },
    { value: 'ja', label: '日本語' },
  ]
  const zones = [{ value: '', label: t('organisationZone', { zone: organisationZone }) }, ...timeZoneOptions()]
  return (
    <Part id="language" title={t('languageAndTime')}>
      <Form action={saveLanguageAndTime} className="form">
        <RadioGroup name="language" label={t('language')} options={languages} defaultValue={account.language} />
        <Select name="timeZone" label={t('timeZone')} hint={t('timeZoneHint')} options={zones} defaultValue={account.timeZone ?? ''} />
        <p>
          <SubmitButton kind="plain">{t('save')}</SubmitButton>
        </p>
        {isSaved && <p role="status">{t('saved')}</p>}
      </Form>
    </Part>
  )
}

async function Password({ email }: { email: string | null }) {
  const t = await getTranslations('account')
  const auth = await getTranslations('auth')
  return (
    <Part id="password" title={t('password')}>
      <p>{t('passwordText')}</p>
      <Form action={savePassword} className="form">
        <input type="email" name="email" value={email ?? ''} autoComplete="username" readOnly hidden />
        <PasswordInput name="currentPassword" label={t('currentPassword')} autoComplete="current-password" />
        <PasswordInput name="password" label={t('newPassword')} hint={auth('passwordHint')} autoComplete="new-password" />
        <p>
          <SubmitButton kind="plain">{t('changePassword')}</SubmitButton>
        </p>
      </Form>
    </Part>
  )
}
