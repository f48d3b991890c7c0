import { unstable_rethrow } from 'next/navigation'
import type { FormState } from '#components/ui/form'
import { describeRefusal } from './refusal.ts'

export type { FormState }

export const idle: FormState = { status: 'idle' }

/** Runs an action; a refusal becomes the form's state. Redirects and not-found pass through. */
export async function asFormState(form: FormData, act: () => Promise<FormState | undefined>): Promise<FormState> {
  try {
    return (await act()) ?? { status: 'done' }
  } catch (error) {
    unstable_rethrow(error)
    const { message, fields } = await describeRefusal(error)
    return { status: 'refused', message, fields, values: textValues(form) }
  }
}

/** The text fields of a form but for secrets. */
export function textValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !/password|token|^\$/i.test(entry[0])),
  )
}
