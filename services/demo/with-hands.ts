/** Works through items with so many hands at a time. */
export async function withHands<T>(items: Iterable<T>, hands: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]()
  const hand = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: hands }, hand))
}
