/** The state of the form, as it stands in the address and as it is sent. Names are short because addresses show them. */
export interface Draft {
  /** A course, or a track as `track:id`. */
  courseId: string
  audience: { isEveryone: boolean; groupIds: string[]; listIds: string[]; personIds: string[] }
  dueOn: string
}

export function readDraft(params: URLSearchParams): Draft {
  return {
    courseId: params.get('course') ?? '',
    audience: {
      isEveryone: params.get('to') === 'all',
      groupIds: params.getAll('group'),
      listIds: params.getAll('list'),
      personIds: params.getAll('person'),
    },
    dueOn: params.get('due') ?? '',
  }
}

/** Only what the form itself writes: nothing that the framework adds. */
export const formParams = (form: FormData): URLSearchParams =>
  new URLSearchParams([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$')))

const trackPrefix = 'track:'
export const trackValue = (id: string) => trackPrefix + id

/** The courses that are ordered: those of the track where one is chosen. An unknown track stays what it is, and is refused as a course. */
export function orderOf(draft: Draft, tracks: readonly { id: string; courses: readonly { id: string }[] }[]) {
  const track = tracks.find(({ id }) => trackValue(id) === draft.courseId)
  const [courseId = draft.courseId, ...otherCourseIds] = track?.courses.map(({ id }) => id) ?? []
  return { ...draft, courseId, otherCourseIds }
}
