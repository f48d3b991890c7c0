import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastPeople } from './group-report.ts'
import { toldGroups } from './told-groups.ts'

const root = { id: 'all', parentId: null }

/** Groups with how many people are in each itself; each lies beneath an earlier one, or is the first. */
const trees = fc
  .array(fc.record({ under: fc.nat(), own: fc.nat({ max: 15 }) }), { minLength: 1, maxLength: 12 })
  .map((groups) => groups.map(({ under, own }, at) => ({ id: `g${at}`, parentId: at === 0 ? null : `g${under % at}`, own })))
  .map((groups) => {
    const peopleOf = (id: string): number =>
      groups.reduce((sum, group) => sum + (group.id === id ? group.own : group.parentId === id ? peopleOf(group.id) : 0), 0)
    return groups.map((group) => ({ ...group, people: peopleOf(group.id) }))
  })

describe('groups that a lab is told of', () => {
  it('are those of ten people or more', () => {
    const small = { id: 'small', parentId: 'all', people: leastPeople - 1 }
    const large = { id: 'large', parentId: 'all', people: leastPeople }
    expect(toldGroups([{ ...root, people: 40 }, small, large])).toEqual(new Set(['all', 'large']))
    expect(toldGroups([{ ...root, people: leastPeople - 1 }, small])).toEqual(new Set())
  })

  it('leave out the smallest where the rest would be one person', () => {
    const [eleven, twelve] = [11, 12].map((people) => ({ id: `of ${people}`, parentId: 'all', people }))
    if (!eleven || !twelve) throw new Error('no groups')
    expect(toldGroups([{ ...root, people: 12 }, eleven])).toEqual(new Set(['all']))
    expect(toldGroups([{ ...root, people: 24 }, eleven, twelve])).toEqual(new Set(['all', 'of 12']))
    expect(toldGroups([{ ...root, people: 23 }, eleven, twelve])).toEqual(new Set(['all', 'of 11', 'of 12']))
    expect(toldGroups([{ ...root, people: 33 }, eleven, twelve])).toEqual(new Set(['all', 'of 11', 'of 12']))
  })

  it('let nothing be told of fewer by taking those beneath from the one above', () => {
    fc.assert(
      fc.property(trees, (branches) => {
        const told = toldGroups(branches)
        for (const { id, people } of branches.filter((branch) => told.has(branch.id))) {
          const beneath = branches.filter((branch) => branch.parentId === id && told.has(branch.id))
          const left = people - beneath.reduce((sum, branch) => sum + branch.people, 0)
          expect(left === 0 || left >= leastPeople).toBe(true)
        }
        // What is not told of hides everything under it: no other difference can be taken.
        for (const { id, parentId } of branches) if (told.has(id) && parentId !== null) expect(told.has(parentId)).toBe(true)
      }),
    )
  })
})
