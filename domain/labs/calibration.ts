import { type Certainty, certainties } from '../attempts/types.ts'

/** How much the responses of each certainty were worth on average, 0..1; certainties nobody said are left out. */
export function calibrationOf(
  responses: readonly { certainty: Certainty; worth: number }[],
): { certainty: Certainty; given: number; worth: number }[] {
  return certainties.flatMap((certainty) => {
    const said = responses.filter((one) => one.certainty === certainty)
    if (said.length === 0) return []
    return [{ certainty, given: said.length, worth: said.reduce((sum, { worth }) => sum + worth, 0) / said.length }]
  })
}
