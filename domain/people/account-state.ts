/** How far a person has come with signing in. First that fits. */
export const accountStates = ['inactive', 'active', 'invited', 'expired', 'uninvited'] as const
export type AccountState = (typeof accountStates)[number]

export interface AccountFacts {
  deactivatedAt: Date | null
  hasPassword: boolean
  /** The end of the invitation that lasts longest and is not spent; null: there is none. */
  invitedUntil: Date | null
  /** Was there ever an invitation? */
  wasInvited: boolean
}

/** `expired`: invited before, but no link of those is good any more. */
export function accountStateOf({ deactivatedAt, hasPassword, invitedUntil, wasInvited }: AccountFacts, now: Date): AccountState {
  if (deactivatedAt !== null) return 'inactive'
  if (hasPassword) return 'active'
  if (invitedUntil !== null && invitedUntil > now) return 'invited'
  return wasInvited ? 'expired' : 'uninvited'
}
