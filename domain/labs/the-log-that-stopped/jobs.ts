/** Jobs of the management server, and how they reach machines. */
import type { LabStream } from '../stream.ts'
import { dayCount, dayMinutes, dayOf, isOfficeHour, isWorkday, type Machine } from './world.ts'

export type JobKind = 'rollout' | 'request' | 'archive' | 'incident'

export interface Job {
  kind: JobKind
  package: string
  mark: string
  made: number
  sent: number
  account: string
  session: string | null
  machines: Machine[]
}

export interface Install {
  /** True time, in minutes since the first day began. */
  at: number
  /** When the log store heard of it. */
  received: number
  machine: Machine
  package: string
  mark: string
}

const lastMoment = dayCount * dayMinutes - 1

/** What becomes of a job: each machine installs at once when it is on, or when it is next switched on. What comes later is not in the evidence. */
export function installsOf(job: Pick<Job, 'sent' | 'package' | 'mark' | 'machines'>, stream: LabStream): Install[] {
  return job.machines
    .map((machine) => {
      const at = arrival(job.sent, machine, stream)
      return { at, received: at + stream.int(0, 2), machine, package: job.package, mark: job.mark }
    })
    .filter(({ received }) => received <= lastMoment)
}

function arrival(sent: number, machine: Machine, stream: LabStream): number {
  const isOn = stream.chance(isOfficeHour(sent) ? 0.8 : 0.55) || machine.isAlwaysOn
  return isOn ? sent + stream.int(1, 50) : nextMorning(sent) + stream.int(0, 110)
}

/** Eight o’clock on the next working day. */
function nextMorning(moment: number): number {
  const today = dayOf(moment)
  let day = moment % dayMinutes < 8 * 60 ? today : today + 1
  while (!isWorkday(day)) day += 1
  return day * dayMinutes + 8 * 60
}
