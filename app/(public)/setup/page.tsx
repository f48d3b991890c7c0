import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { currentCaller } from '#auth/actor'
import { PasswordInput } from '#components/account/password-input'
import { RadioGroup, Select, TextInput } from '#components/ui/field'
import { Form, SubmitButton } from '#components/ui/form'
import { getTranslations } from '#components/ui/words'
import { findSetup } from '#services/setup/find-setup'
import { Frame } from '../../_adapter/frame.tsx'
import { orNotFound } from '../../_adapter/page.ts'
import type { Search } from '../../_adapter/search.ts'
import { machineTimeZone, timeZoneOptions } from '../../_adapter/time-zones.ts'
import { setUp } from './actions.ts'
import { DemoOffer } from './demo-offer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setup'))('title') }
}

export default async function SetupPage({ searchParams }: { searchParams: Search }) {
  const { token } = await searchParams
  const given = typeof token === 'string' ? token : ''
  const { isOpen } = await orNotFound(findSetup(await currentCaller(), { token: given }))
  return (
    <Frame section={null} here={`/setup?token=${encodeURIComponent(given)}`}>
      <main id="main" className="page desk">
        {isOpen ? <SetupForm token={given} /> : <Closed />}
      </main>
    </Frame>
  )
}

async function Closed() {
  const t = await getTranslations('setup')
  return (
    <>
      <h1 className="display">{t('closedTitle')}</h1>
      <p className="lead">{t('closedText')}</p>
    </>
  )
}

async function SetupForm({ token }: { token: string }) {
  const t = await getTranslations('setup')
  const auth = await getTranslations('auth')
  const languages = [
    { value: 'en', label: 'English' },
    { value: 'ja', label: '日本語' },
  ]
  return (
    <>
      <h1 className="display">{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <div className="sheet">
        <Form action={setUp} className="form">
          <input type="hidden" name="token" value={token} />
          <fieldset>
            <legend className="title">{t('organisation')}</legend>
            <TextInput
              name="organisationName"
              label={t('organisationName')}
              hint={t('organisationHint')}
              autoComplete="organization"
              maxLength={120}
              required
            />
            <Select
              name="timeZone"
              label={t('timeZone')}
              hint={t('timeZoneHint')}
              options={timeZoneOptions()}
              defaultValue={machineTimeZone()}
            />
            <RadioGroup
              name="language"
              label={t('language')}
              hint={t('languageHint')}
              options={languages}
              defaultValue={await getLocale()}
            />
          </fieldset>
          <fieldset>
            <legend className="title">{t('owner')}</legend>
            <p className="quiet">{t('ownerText')}</p>
            <TextInput name="name" label={t('name')} autoComplete="name" maxLength={200} required />
            <TextInput name="email" label={auth('email')} type="email" autoComplete="username" maxLength={254} required />
            <PasswordInput name="password" label={auth('chosenPassword')} hint={auth('passwordHint')} autoComplete="new-password" />
          </fieldset>
          <p>
            <SubmitButton>{t('submit')}</SubmitButton>
          </p>
        </Form>
      </div>
      <DemoOffer token={token} />
    </>
  )
}
