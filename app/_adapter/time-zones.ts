import type { Option } from '#components/ui/field'

let known: Option[] | undefined

/** Every time zone to choose from, by its IANA name. */
export function timeZoneOptions(): Option[] {
  known ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map((value) => ({ value, label: value.replaceAll('_', ' ') }))
  return known
}

/** The zone of this machine: the best guess for an organisation that runs it. */
export const machineTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
