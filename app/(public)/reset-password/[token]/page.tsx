import type { Metadata } from 'next'
import { currentCaller } from '#auth/actor'
import { PasswordInput } from '#components/account/password-input'
import { Form, SubmitButton } from '#components/ui/form'
import { getTranslations } from '#components/ui/words'
import { findLink } from '#services/account/find-link'
import { Frame } from '../../../_adapter/frame.tsx'
import { orNotFound } from '../../../_adapter/page.ts'
import { LinkClosed } from '../../link-closed.tsx'
import { setPassword } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('resetTitle') }
}

export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const t = await getTranslations('auth')
  const link = await orNotFound(findLink(await currentCaller(), { kind: 'reset', token }))
  if (!link) return <LinkClosed text={t('resetClosedText')} href="/reset-password" label={t('askAgain')} />
  return (
    <Frame section={null} here={`/reset-password/${token}`}>
      <main id="main" className="page desk">
        <h1 className="display">{t('resetTitle')}</h1>
        <p className="lead">{t('resetFor', { name: link.name })}</p>
        <div className="sheet">
          <Form action={setPassword} className="form">
            <input type="hidden" name="token" value={token} />
            <input type="text" name="identifier" value={link.identifier} autoComplete="username" readOnly hidden />
            <PasswordInput name="password" label={t('newPassword')} hint={t('passwordHint')} autoComplete="new-password" />
            <p>
              <SubmitButton>{t('setPassword')}</SubmitButton>
            </p>
          </Form>
        </div>
      </main>
    </Frame>
  )
}
