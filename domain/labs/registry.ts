import { fiveNamesOneHand, fiveNamesOneHandV1 } from './five-names-one-hand/index.ts'
import { mondayNineOhTwo, mondayNineOhTwoV1, mondayNineOhTwoV2 } from './monday-nine-oh-two/index.ts'
import { oneAccountTwoPlaces } from './one-account-two-places/index.ts'
import { theAuditBudget, theAuditBudgetV1, theAuditBudgetV2, theAuditBudgetV3 } from './the-audit-budget/index.ts'
import { theLogThatStopped, theLogThatStoppedV1 } from './the-log-that-stopped/index.ts'
import { theQuietAccount, theQuietAccountV1 } from './the-quiet-account/index.ts'
import { trafficThatStaysHome, trafficThatStaysHomeV1 } from './traffic-that-stays-home/index.ts'
import type { Lab } from './types.ts'

/** Every lab in every version that an attempt may need: one line each. A version stays as long as there are attempts at it. */
export const labs: Lab[] = [
  fiveNamesOneHandV1,
  fiveNamesOneHand,
  mondayNineOhTwoV1,
  mondayNineOhTwoV2,
  mondayNineOhTwo,
  oneAccountTwoPlaces,
  theAuditBudgetV1,
  theAuditBudgetV2,
  theAuditBudgetV3,
  theAuditBudget,
  theLogThatStoppedV1,
  theLogThatStopped,
  theQuietAccountV1,
  theQuietAccount,
  trafficThatStaysHomeV1,
  trafficThatStaysHome,
]

/** The lab that an attempt was made with; undefined for one that was never there. */
export const findLab = (id: string, version: number): Lab | undefined => labs.find((lab) => lab.id === id && lab.version === version)

/** The version that new attempts get. */
export const newestLab = (id: string): Lab | undefined => labs.filter((lab) => lab.id === id).sort((a, b) => b.version - a.version)[0]
