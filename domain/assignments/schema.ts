import { z } from 'zod'
import { extensionReasons, waiverReasons } from '../enrolments/reasons.ts'
import { day } from '../people/schema.ts'
import { contentId, prose } from '../text.ts'
import { outcomes } from './plan.ts'

const ids = (max: number) => z.array(z.uuid()).max(max).default([])

/** Whom an assignment means. Groups count with all beneath them; whoever is named several times counts once. */
export const Audience = z.object({
  isEveryone: z.boolean().default(false),
  groupIds: ids(500),
  listIds: ids(200),
  personIds: ids(1000),
})
export type Audience = z.output<typeof Audience>

export const isEmptyAudience = (audience: Audience): boolean =>
  !audience.isEveryone && audience.groupIds.length + audience.listIds.length + audience.personIds.length === 0

const dueOn = z.preprocess((value) => (value === '' || value === undefined ? null : value), day.nullable())

export const CreateAssignment = z.object({
  courseId: contentId,
  /** The other courses of a track: each gets an assignment of its own, all of them or none. */
  otherCourseIds: z.array(contentId).max(30).default([]),
  audience: Audience.refine((audience) => !isEmptyAudience(audience), 'audience'),
  dueOn,
})
export type CreateAssignment = z.output<typeof CreateAssignment>

/** The page of people shown below the sentence. */
export const PreviewAssignment = CreateAssignment.extend({
  outcome: z.enum(outcomes).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  pageSize: z.int().min(1).max(100).default(10),
})

export const OneAssignment = z.object({ assignmentId: z.uuid() })
export const assignmentTabs = ['any', 'open', 'overdue', 'done'] as const
export type AssignmentTab = (typeof assignmentTabs)[number]
export const AssignmentPeople = OneAssignment.extend({
  tab: z.enum(assignmentTabs).catch('any'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

const note = prose(1000)
export const WaiveEnrolment = z.object({ enrolmentId: z.uuid(), reason: z.enum(waiverReasons), note })
export const ExtendEnrolment = z.object({ enrolmentId: z.uuid(), dueOn: day, reason: z.enum(extensionReasons), note })
export const ExtendAssignment = z.object({ assignmentId: z.uuid(), dueOn: day, reason: z.enum(extensionReasons), note })
