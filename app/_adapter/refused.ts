import { redirect } from 'next/navigation'
import { getTranslations } from '#components/ui/words'
import { responseRefusals } from '#domain/attempts/respond'
import { labRefusals } from '#domain/labs/refusals'
import { Conflict } from '#services/errors'
import { orNotFound } from './page.ts'

/** Reasons that a page of a unit tells in words, from its address. */
const told = [...responseRefusals, ...labRefusals, 'quiz_paused', 'quiz_passed', 'decisions_open', 'invalid_input'] as const

/** The sentence for `?refused=…`; null without one, or with one that nobody wrote. */
export async function refusalSentence(refused: string | string[] | undefined): Promise<string | null> {
  const reason = told.find((known) => known === refused)
  return reason ? (await getTranslations('refusals'))(reason) : null
}

/** Runs the verb behind an ordinary form and goes on to the address it gives; a conflict goes back to the page, which tells it in words. */
export async function thenGo(page: string, run: () => Promise<string>): Promise<never> {
  const next = await orNotFound(
    run().catch((error: unknown) => {
      if (error instanceof Conflict) return `${page}?refused=${error.reason}`
      throw error
    }),
  )
  redirect(next)
}
