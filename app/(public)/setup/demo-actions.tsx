'use server'

import { currentCaller } from '#auth/actor'
import type { DemoOrderState } from '#components/setup/demo-order'
import { getTranslations } from '#components/ui/words'
import { accounts, addressOf } from '#domain/demo/organisation'
import { orderDemo } from '#services/setup/order-demo'
import { asFormState } from '../../_adapter/action.ts'

/** Orders the demonstration; its password goes to the page that asked, once. */
export async function makeDemo(_: DemoOrderState, form: FormData): Promise<DemoOrderState> {
  let told: DemoOrderState['told'] = null
  const state = await asFormState(form, async () => {
    const { password } = await orderDemo(await currentCaller(), { token: form.get('token') })
    const t = await getTranslations('setup')
    told = (
      <>
        <p>
          {t('demoPassword')} <code className="demo-password">{password}</code>
        </p>
        <p>{t('demoAccounts')}</p>
        <ul>
          {accounts.map((account) => (
            <li key={account}>
              <code>{addressOf(account)}</code>
            </li>
          ))}
        </ul>
        <p className="meta">{t('demoRemove')}</p>
      </>
    )
    return undefined
  })
  return { ...state, told }
}
