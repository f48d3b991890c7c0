/** The seal: an office date stamp pressed when a unit or course is complete, and the open slot that waits for it. */

interface SealProps {
  /** At most ten Latin letters or four full-width characters. */
  top: string
  /** As on a stamp: `24.09.26`. */
  date: string
  bottom: string
  /** What it says, in words. */
  label: string
  isJustPressed?: boolean
}

const ring = 'M50 1.5a48.5 48.5 0 1 0 .01 0zM50.5 4.9a44.9 44.9 0 1 1-.01 0z'
const thickRing = 'M50 1.5a48.5 48.5 0 1 0 .01 0zM51 8.3a41.6 41.6 0 1 1-.01 0z'
const widthOfTop = 60

/** Full-width characters are as wide as they are high, Latin letters about 0.56 of it. */
const fitted = (words: string, largest: number) =>
  Math.min(largest, widthOfTop / [...words].reduce((width, letter) => width + (letter > '\u2e80' ? 1 : 0.56), 0)).toFixed(1)

const classOf = (isJustPressed = false) => (isJustPressed ? 'seal just-pressed' : 'seal')

/** The large seal: name, date, kind. */
export function Seal({ top, date, bottom, label, isJustPressed }: SealProps) {
  return (
    <svg className={classOf(isJustPressed)} viewBox="0 0 100 100" role="img" aria-label={label}>
      <path fillRule="evenodd" d={ring} />
      <path d="M7.2 37.4h85.6v2.1H7.2zM7.2 60.6h85.6v1.8H7.2z" />
      <text x="50" y="29.5" fontSize={fitted(top, 18)}>
        {top}
      </text>
      <text className="d" x="50" y="55.9" fontSize="16.5">
        {date}
      </text>
      <text x="50" y="79" fontSize={fitted(bottom, 15)}>
        {bottom}
      </text>
    </svg>
  )
}

/** The small seal: day and month. */
export function SmallSeal({ day, month, label, isJustPressed }: { day: string; month: string; label: string; isJustPressed?: boolean }) {
  return (
    <svg className={classOf(isJustPressed)} viewBox="0 0 100 100" role="img" aria-label={label}>
      <path fillRule="evenodd" d={thickRing} />
      <text className="d" x="50" y="55" fontSize="40">
        {day}
      </text>
      <text className="d" x="50" y="78" fontSize="20">
        {month}
      </text>
    </svg>
  )
}

/** A seal that is not pressed yet. */
export function SealSlot({ number }: { number: number }) {
  return (
    <svg className="seal-slot" viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="46" strokeWidth="2.5" strokeDasharray="5 6.5" />
      <text x="50" y="59">
        {number}
      </text>
    </svg>
  )
}
