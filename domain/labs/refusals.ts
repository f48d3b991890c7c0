/** Why something cannot be done in a lab. */
export const labRefusals = [
  'lab_open',
  'lab_paused',
  'lab_closed',
  'stale_case_file',
  'not_in_evidence',
  'no_hint',
  'certainty_open',
  'nothing_given',
] as const

export type LabRefusal = (typeof labRefusals)[number]
