import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentSession } from '#auth/actor'
import { PasswordInput } from '#components/account/password-input'
import { ForgetUnsent } from '#components/lab/forget-unsent'
import { Checkbox, TextInput } from '#components/ui/field'
import { Form, SubmitButton } from '#components/ui/form'
import { getTranslations } from '#components/ui/words'
import { returnPath } from '#domain/return-path'
import { Frame } from '../../_adapter/frame.tsx'
import type { Search } from '../../_adapter/search.ts'
import { signIn } from './actions.ts'

const notices = ['password_set', 'password_changed', 'signed_out', 'left'] as const
/** Who comes from there is gone, and may be another soon. */
const left = ['signed_out', 'left']

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('signInTitle') }
}

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { next, notice } = await searchParams
  const wanted = returnPath(next, '/training')
  if (await currentSession()) redirect(wanted)
  const t = await getTranslations('auth')
  const known = notices.find((name) => name === notice)
  return (
    <Frame section={null} here={`/sign-in?next=${encodeURIComponent(wanted)}`}>
      <main id="main" className="page desk">
        <h1 className="display">{t('signInTitle')}</h1>
        <p className="lead">{t('signInLead')}</p>
        {known && (
          <p role="status" className="problem">
            {t(`notices.${known}`)}
          </p>
        )}
        {known && left.includes(known) && <ForgetUnsent told={t('unsentGone')} />}
        <div className="sheet">
          <Form action={signIn} address="/sign-in/session" className="form">
            <input type="hidden" name="next" value={wanted} />
            <TextInput
              name="identifier"
              label={t('identifier')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
            />
            <PasswordInput name="password" label={t('password')} autoComplete="current-password" />
            <Checkbox name="isShared" label={t('shared')} hint={t('sharedHint')} />
            <p>
              <SubmitButton>{t('signIn')}</SubmitButton>
            </p>
          </Form>
        </div>
        <p className="aside">
          <a href="/reset-password">{t('forgot')}</a>
        </p>
        <p className="aside">
          {t('noAccount')} <a href="/invite">{t('haveCode')}</a>
        </p>
      </main>
    </Frame>
  )
}
