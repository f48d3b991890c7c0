/** Why someone is completed without doing it. A free note may stand in the audit event's erasable details. */
export const waiverReasons = ['earlier_training', 'not_applicable', 'other'] as const
export type WaiverReason = (typeof waiverReasons)[number]

/** Why a due date moved. */
export const extensionReasons = ['absence', 'workload', 'technical', 'other'] as const
export type ExtensionReason = (typeof extensionReasons)[number]

/** How an enrolment ended. */
export const closings = ['completed', 'waived', 'cancelled'] as const
export type Closing = (typeof closings)[number]
