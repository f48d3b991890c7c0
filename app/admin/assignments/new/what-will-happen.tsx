import type { PersonCaller } from '#auth/actor'
import { AssignButton, AssignProblem } from '#components/admin/assignment-desk'
import { PreviewSentence } from '#components/admin/preview-sentence'
import { PreviewTable } from '#components/admin/preview-table'
import { Pager } from '#components/ui/pager'
import { getTranslations } from '#components/ui/words'
import { outcomes } from '#domain/assignments/plan'
import { isEmptyAudience } from '#domain/assignments/schema'
import { type Preview, previewAssignment } from '#services/assignments/preview-assignment'
import { describeRefusal } from '../../../_adapter/refusal.ts'
import type { orderOf } from '../draft.ts'

interface Props {
  caller: PersonCaller
  params: URLSearchParams
  draft: ReturnType<typeof orderOf>
  groups: readonly { id: string; name: string }[]
  today: string
  path: string
}

/** The right half: the sentence, the button, and the people meant. It tells what the command would do, because both ask the same plan. */
export async function WhatWillHappen({ caller, params, draft, groups, today, path }: Props) {
  const t = await getTranslations('assignments')
  const isBlank = isEmptyAudience(draft.audience)
  const preview = isBlank ? t('chooseFirst') : await previewOrProblem(caller, draft, params)
  return (
    <section className="live" aria-labelledby="will">
      <div className="sheet">
        <h2 className="meta" id="will">
          {t('whatWillHappen')}
        </h2>
        {typeof preview === 'string' ? (
          <p className={isBlank ? 'sentence mt-2 quiet' : 'sentence mt-2'} role="status">
            {preview}
          </p>
        ) : (
          <>
            {preview.others.length > 0 && <p className="mt-2">{t('eachOfTrack', { courses: preview.others.length + 1 })}</p>}
            {[preview, ...preview.others].map((course) => (
              <PreviewSentence
                key={course.courseTitle.en}
                {...course}
                group={onlyGroup(draft, groups)}
                dueOn={draft.dueOn || null}
                today={today}
              />
            ))}
            {changesAnything(preview) && (
              <p className="mt-6">
                <AssignButton>{buttonWords(preview, t)}</AssignButton>
              </p>
            )}
          </>
        )}
        <AssignProblem />
      </div>
      {typeof preview !== 'string' && (
        <>
          {preview.others.length > 0 && (
            <p className="meta mt-4">{t('peopleOfFirst', { course: preview.courseTitle[caller.actor.language] })}</p>
          )}
          <Tabs preview={preview} params={params} path={path} />
          <PreviewTable rows={preview.rows} today={today} timeZone={caller.organisation.timeZone} />
          <Pager page={preview.page} pages={preview.pages} hrefOf={(page) => withParam(path, params, 'page', String(page))} />
        </>
      )}
    </section>
  )
}

const changesAnything = (preview: Preview) => [preview, ...preview.others].some(({ counts }) => counts.enrolled + counts.date_set > 0)

function buttonWords({ counts, others }: Preview, t: Awaited<ReturnType<typeof getTranslations<'assignments'>>>): string {
  if (others.length > 0) return t('assignTrack')
  return counts.enrolled > 0 ? t('assignTo', { count: counts.enrolled }) : t('setDateFor', { count: counts.date_set })
}

/** The preview, or the sentence in which the deed itself would be refused. */
async function previewOrProblem(caller: PersonCaller, draft: Props['draft'], params: URLSearchParams): Promise<Preview | string> {
  try {
    return await previewAssignment(caller, { ...draft, outcome: params.get('show'), page: params.get('page') ?? 1 })
  } catch (error) {
    const { message, fields } = await describeRefusal(error)
    return Object.values(fields)[0] ?? message
  }
}

function onlyGroup({ audience }: Props['draft'], groups: Props['groups']): string | null {
  const { isEveryone, groupIds, listIds, personIds } = audience
  if (isEveryone || groupIds.length !== 1 || listIds.length + personIds.length > 0) return null
  return groups.find(({ id }) => id === groupIds[0])?.name ?? null
}

function withParam(path: string, params: URLSearchParams, name: string, value: string): string {
  const changed = new URLSearchParams(params)
  if (name === 'show') changed.delete('page')
  if (value === '') changed.delete(name)
  else changed.set(name, value)
  return `${path}?${changed}`
}

async function Tabs({ preview, params, path }: { preview: Preview; params: URLSearchParams; path: string }) {
  const t = await getTranslations('assignments')
  const shown = params.get('show') ?? ''
  const tabs = [{ key: '', count: preview.meant }, ...outcomes.map((key) => ({ key, count: preview.counts[key] }))]
  return (
    <nav className="outcome" aria-label={t('whoIsMeant')}>
      {tabs
        .filter(({ key, count }) => count > 0 || key === '' || key === shown)
        .map(({ key, count }) => (
          <a key={key} href={withParam(path, params, 'show', key)} aria-current={key === shown ? 'true' : undefined}>
            <b>{count}</b>
            {key === '' ? t('meant') : t(`tabs.${key as 'enrolled'}`)}
          </a>
        ))}
    </nav>
  )
}
