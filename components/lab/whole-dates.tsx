import { Fragment } from 'react'

/** A day as labs write it, with its minute where there is one. */
const moment = /(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?)/

/** Words in which no day and no minute is broken at its hyphens, however narrow the column: half a date reads as another number. */
export const WholeDates = ({ text }: { text: string }) =>
  text.split(moment).map((part, index) =>
    // What matched stands at the odd places.
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
      <span key={index} className="unbroken">
        {part}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
      <Fragment key={index}>{part}</Fragment>
    ),
  )
