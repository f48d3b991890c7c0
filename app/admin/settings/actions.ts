'use server'

import { decideReading } from '#services/organisation/decide-reading'
import { updateGuidance } from '#services/organisation/update-guidance'
import { updateOrganisation } from '#services/organisation/update-organisation'
import type { FormState } from '../../_adapter/action.ts'
import { fieldsOf, stay } from '../_parts/act.ts'

export const saveOrganisation = async (_: FormState, form: FormData) =>
  stay(form, 'saved', (caller) => updateOrganisation(caller, fieldsOf(form)))

export const saveGuidance = async (_: FormState, form: FormData) => stay(form, 'saved', (caller) => updateGuidance(caller, fieldsOf(form)))

export const saveReading = async (_: FormState, form: FormData) => stay(form, 'saved', (caller) => decideReading(caller, fieldsOf(form)))
