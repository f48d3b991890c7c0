import { leastPeople } from './group-report.ts'

interface Branch {
  id: string
  /** Null at the top. */
  parentId: string | null
  /** Of the group and all groups beneath it. */
  people: number
}

/**
 * Groups of which figures may be told, so that no difference of two of them is about too few people: of each group that is told of, what is left
 * without those directly beneath it is nobody, or `leastPeople` or more. Where it would be fewer, the smallest beneath is not told of, nor anything
 * under that.
 */
export function toldGroups(branches: readonly Branch[]): Set<string> {
  const told = new Set<string>()
  const largeOnes = (parentId: string | null) =>
    branches
      .filter((branch) => branch.parentId === parentId && branch.people >= leastPeople)
      .sort((one, other) => other.people - one.people || (one.id < other.id ? -1 : 1))
  const tell = ({ id, people }: Branch) => {
    told.add(id)
    const beneath = largeOnes(id)
    const left = people - beneath.reduce((sum, branch) => sum + branch.people, 0)
    // With the smallest, which is large itself, enough are left.
    if (left > 0 && left < leastPeople) beneath.pop()
    for (const branch of beneath) tell(branch)
  }
  for (const branch of largeOnes(null)) tell(branch)
  return told
}
