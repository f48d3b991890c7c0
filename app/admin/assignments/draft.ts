/** The state of the form, as it stands in the address and as it is sent. Names are short because addresses show them. */
export interface Draft {
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
