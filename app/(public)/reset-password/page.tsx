import type { Metadata } from 'next'
import { TextInput } from '#components/ui/field'
import { Form, SubmitButton } from '#components/ui/form'
import { getTranslations } from '#components/ui/words'
import { Frame } from '../../_adapter/frame.tsx'
import { sendLink } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('resetTitle') }
}

export default async function ResetPage() {
  const t = await getTranslations('auth')
  return (
    <Frame section={null} here="/reset-password">
      <main id="main" className="page desk">
        <h1 className="display">{t('resetTitle')}</h1>
        <p className="lead">{t('resetLead')}</p>
        <div className="sheet">
          <Form action={sendLink} className="form">
            <TextInput
              name="email"
              label={t('email')}
              type="email"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
            />
            <p>
              <SubmitButton>{t('sendLink')}</SubmitButton>
            </p>
          </Form>
        </div>
        <p className="aside">
          <a href="/sign-in">{t('backToSignIn')}</a>
        </p>
      </main>
    </Frame>
  )
}
