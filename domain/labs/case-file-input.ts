import { z } from 'zod'
import { CertaintyInput } from '../attempts/respond.ts'
import { languages } from '../catalogue/types.ts'
import { prose, words } from '../text.ts'
import { type Change, longestNote, longestReason, mostMarks } from './case-file.ts'
import type { Condition, TaskResponse, View } from './types.ts'

/** Shapes of what the workbench sends. */

/** As many as a table of ten columns could ask for. */
const mostConditions = 40
const id = z.string().min(1).max(80)
const value = z.union([z.string().max(200), z.number(), z.null()])
const bound = z.union([z.string().max(40), z.number()]).optional()
const hour = z.int().min(0).max(23)
export const ConditionInput = z.union([
  z.strictObject({ column: id, is: value }),
  z.strictObject({ column: id, in: z.array(value).max(50) }),
  z.strictObject({ column: id, has: z.string().min(1).max(200) }),
  z.strictObject({ column: id, from: bound, to: bound }),
  z.strictObject({ column: id, hours: z.strictObject({ from: hour, to: hour }) }),
  z.strictObject({ column: id, weekdays: z.array(z.int().min(0).max(6)).min(1).max(7) }),
]) satisfies z.ZodType<Condition>
const ViewInput = z.strictObject({
  table: id,
  where: z.array(ConditionInput).max(mostConditions),
  sort: z.strictObject({ column: id, isDescending: z.boolean() }).optional(),
  group: id.optional(),
  find: words(200).optional(),
  findIn: z.enum(languages).optional(),
}) satisfies z.ZodType<View>

const TaskResponseInput = z.union([
  z.strictObject({ rows: z.array(id).max(mostMarks) }),
  z.strictObject({ value: z.string().max(200) }),
  z.strictObject({ number: z.number() }),
  z.strictObject({
    time: z
      .string()
      .max(16)
      .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/),
  }),
  z.strictObject({ order: z.array(id).max(20) }),
  z.strictObject({ choice: id }),
  z.strictObject({ rule: z.record(id, z.number()) }),
  z.strictObject({ isUnknowable: z.literal(true) }),
]) satisfies z.ZodType<TaskResponse>

export const ChangeInput = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('mark'), row: id, reason: words(longestReason) }),
  z.strictObject({ do: z.literal('unmark'), row: id }),
  z.strictObject({ do: z.literal('respond'), task: id, given: TaskResponseInput, certainty: CertaintyInput.nullable() }),
  z.strictObject({ do: z.literal('clear'), task: id }),
  z.strictObject({ do: z.literal('look'), view: ViewInput }),
  z.strictObject({ do: z.literal('note'), text: prose(longestNote) }),
]) satisfies z.ZodType<Change>
