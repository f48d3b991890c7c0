import { currentCaller } from '#auth/actor'
import { DemoOrder } from '#components/setup/demo-order'
import { getTranslations } from '#components/ui/words'
import { getDemo } from '#services/setup/get-demo'
import { makeDemo } from './demo-actions.tsx'

/** Below the form: a made-up organisation to look around in, where it may be had. */
export async function DemoOffer({ token }: { token: string }) {
  const { isOffered, progress, address } = await getDemo(await currentCaller(), { token })
  if (!isOffered) return null
  const t = await getTranslations('setup')
  const open = (
    <p>
      <a className="btn plain" href={address}>
        {t('demoOpen')}
      </a>
    </p>
  )
  return (
    <section className="demo-offer">
      <h2 className="h2">{t('demoTitle')}</h2>
      {progress === 'ready' ? (
        <>
          <p>{t('demoThere')}</p>
          {open}
        </>
      ) : (
        <>
          <p>{t('demoText')}</p>
          {progress === 'failed' && <p className="problem">{t('demoFailed')}</p>}
          <DemoOrder
            token={token}
            isUnderWay={progress === 'making'}
            order={makeDemo}
            progressUrl={`/setup/demo?token=${encodeURIComponent(token)}`}
            words={{ order: t('demoOrder'), making: t('demoMaking'), failed: t('demoFailed') }}
          >
            <p>{t('demoReady')}</p>
            {open}
          </DemoOrder>
        </>
      )}
    </section>
  )
}
