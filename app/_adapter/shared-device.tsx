import { currentSession } from '#auth/actor'
import { SilenceGuard } from '#components/account/silence-guard'
import { ForgetUnsent } from '#components/lab/forget-unsent'
import { Form, SubmitButton } from '#components/ui/form'
import { getTranslations } from '#components/ui/words'
import { sessionLimits } from '#domain/sessions/limits'
import { leave, leaveQuietly } from './sign-out.ts'

/** On a device that many use: signing out is at hand on every page, and happens by itself when nobody is there any more. */
export async function SharedDevice() {
  const t = await getTranslations('sharedDevice')
  const session = await currentSession()
  const [before = '', after = ''] = t('countdown', { seconds: '\n' }).split('\n')
  return (
    <div className="shared-device no-print">
      <p>{t('told')}</p>
      <Form action={leave}>
        <SubmitButton kind="compact">{t('signOut')}</SubmitButton>
      </Form>
      <ForgetUnsent but={session?.actor.id} />
      <SilenceGuard
        limit={sessionLimits.shared.idle}
        seenUrl="/account/seen"
        leave={leaveQuietly}
        leftUrl="/sign-in?notice=left"
        words={{ title: t('title'), text: t('text'), countdown: [before, after], stay: t('stay') }}
      />
    </div>
  )
}
