import type { Actor } from '#domain/policy'

const nobody = '00000000-0000-0000-0000-000000000000'

/** Who is written down as having done it: the person, or the nil id for the program itself. */
export const actorId = (actor: Actor): string => (actor.kind === 'person' ? actor.id : nobody)
