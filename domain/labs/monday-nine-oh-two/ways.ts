/** What differs between the versions. */
export interface Ways {
  /** What is right to say where no address is shared; null where that was ‘cannot be known’. */
  noneShared: string | null
  /** What a message to be reported weighs among those dealt with as usual; null where it weighed less than one to be checked. */
  weightOfDanger: number | null
  /** A year as a text linked whomever one has known since then. */
  since: 'text' | 'number'
  /** Which Mondays it may be. */
  mondays: readonly string[]
}
