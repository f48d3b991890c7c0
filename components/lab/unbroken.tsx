import { Fragment } from 'react'

/** A day as labs write it, with its minute where there is one; or a code, such as that of an account or a machine. */
const mark = /(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?|\b[A-Za-z]+-\d+\b)/

/** Words in which no day, minute or code is broken at its hyphens, however narrow the column: half of one reads as another. */
export const Unbroken = ({ text }: { text: string }) =>
  text.split(mark).map((part, index) =>
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
