import type { Metadata } from 'next'
import { currentCaller } from '#auth/actor'
import { PasswordInput } from '#components/account/password-input'
import { Checkbox } from '#components/ui/field'
import { Form, SubmitButton } from '#components/ui/form'
import { getTranslations } from '#components/ui/words'
import { findLink } from '#services/account/find-link'
import { Frame } from '../../../_adapter/frame.tsx'
import { orNotFound } from '../../../_adapter/page.ts'
import { LinkClosed } from '../../link-closed.tsx'
import { join } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('join') }
}

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const t = await getTranslations('auth')
  const link = await orNotFound(findLink(await currentCaller(), { kind: 'invitation', token }))
  if (!link) return <LinkClosed text={t('inviteClosedText')} href="/sign-in" label={t('toSignIn')} />
  return (
    <Frame section={null} here={`/invite/${token}`}>
      <main id="main" className="page desk">
        <h1 className="display">{t('inviteTitle', { name: link.name })}</h1>
        <p className="lead">{t('inviteLead', { organisation: link.organisation })}</p>
        <div className="sheet">
          <Form action={join} className="form">
            <input type="hidden" name="token" value={token} />
            <input type="text" name="identifier" value={link.identifier} autoComplete="username" readOnly hidden />
            <PasswordInput name="password" label={t('chosenPassword')} hint={t('passwordHint')} autoComplete="new-password" />
            <Checkbox name="isShared" label={t('shared')} hint={t('sharedHint')} />
            <p>
              <SubmitButton>{t('join')}</SubmitButton>
            </p>
          </Form>
        </div>
      </main>
    </Frame>
  )
}
