/** Tables whose rows the application may add but neither change nor delete. */
export const records = ['course_versions', 'waivers', 'extensions', 'responses', 'completions', 'audit_events'] as const

/** Tables whose rows the application may change and remove as well. Everywhere else it may add and change, not delete. */
export const erasable = ['audit_details', 'brakes', 'drafts', 'list_members', 'leaves', 'lesson_places'] as const
