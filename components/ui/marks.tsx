/** Small shapes that stand before a word of state; the word says it, the shape makes it quick to find. */

export const Flag = () => (
  <svg viewBox="0 0 10 10" aria-hidden="true">
    <path d="M0 10V0h10L6.5 3.5 10 7H1.6v3z" />
  </svg>
)

export const HalfDisc = () => (
  <svg viewBox="0 0 10 10" aria-hidden="true">
    <path d="M5 0a5 5 0 0 1 0 10zM5 0a5 5 0 0 0 0 10V8.6a3.6 3.6 0 0 1 0-7.2z" />
  </svg>
)

export const Tick = () => (
  <svg viewBox="0 0 10 10" aria-hidden="true">
    <path d="M.6 5.2 2 3.8l1.8 1.9L8 1l1.5 1.3-5.6 6.6z" />
  </svg>
)
