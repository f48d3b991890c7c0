/**
 * How far a person has come with signing in; first that fits. `active`: has a password. `invited`: holds an invitation that is still good.
 * `expired`: was invited, but no invitation is good any more.
 */
export const accountStates = ['inactive', 'active', 'invited', 'expired', 'uninvited'] as const
export type AccountState = (typeof accountStates)[number]
