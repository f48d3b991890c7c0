'use server'

import { redirect } from 'next/navigation'
import { currentSession } from '#auth/actor'
import { signOut } from '#auth/sign-in'
import { asFormState, type FormState } from './action.ts'

export async function leave(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    await leaveQuietly()
    redirect('/sign-in?notice=signed_out')
  })
}

/** Ends the session, if it has not ended by itself; the page that asks goes on by itself. */
export async function leaveQuietly(): Promise<void> {
  if (await currentSession()) await signOut()
}
