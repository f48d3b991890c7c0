const shortest = 250
/** What lives as long, in milliseconds, does not die of being started. */
const longLife = 10_000

/** How long to wait before something that ended is started again: each time twice as long, until it has lived long. */
export class Pauses {
  #pause = shortest / 2
  readonly #longest: number

  /** @param longest milliseconds */
  constructor(longest: number) {
    this.#longest = longest
  }

  /** @param lived for how many milliseconds it was there. Returns milliseconds. */
  after(lived: number): number {
    this.#pause = lived > longLife ? shortest : Math.min(this.#longest, this.#pause * 2)
    return this.#pause
  }
}
