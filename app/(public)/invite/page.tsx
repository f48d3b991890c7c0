import type { Metadata } from 'next'
import { TextInput } from '#components/ui/field'
import { Form, SubmitButton } from '#components/ui/form'
import { getTranslations } from '#components/ui/words'
import { Frame } from '../../_adapter/frame.tsx'
import { openCode } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('codeTitle') }
}

/** Where a code on paper is typed. */
export default async function CodePage() {
  const t = await getTranslations('auth')
  return (
    <Frame section={null} here="/invite">
      <main id="main" className="page desk">
        <h1 className="display">{t('codeTitle')}</h1>
        <p className="lead">{t('codeLead')}</p>
        <div className="sheet">
          <Form action={openCode} className="form">
            <TextInput
              name="code"
              label={t('code')}
              hint={t('codeHint')}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={100}
              required
            />
            <p>
              <SubmitButton>{t('openCode')}</SubmitButton>
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
