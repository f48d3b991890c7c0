import { getLocale } from 'next-intl/server'
import { LabLinks } from '#components/report/lab-links'
import { getTranslations } from '#components/ui/words'
import type { CourseOutline } from '#domain/catalogue/outline'
import { topsOf } from '#domain/reports/groups'
import type { Scope } from '#services/reports/scope'

interface Props {
  course: Pick<CourseOutline, 'id' | 'units'>
  scope: Pick<Scope, 'groups' | 'inView'>
}

/** The labs of a course, each leading to what the group in view did in it; to each of the groups at the top, where several are. */
export async function LabsSection({ course, scope }: Props) {
  const t = await getTranslations('reports.lab.ofCourse')
  const language = await getLocale()
  const groups = scope.inView ? [scope.inView] : topsOf(scope.groups)
  const labs = course.units.filter(({ kind }) => kind === 'lab')
  const links = labs.flatMap((lab) =>
    groups.map((group) => ({
      href: `/reports/groups/${group.id}/${course.id}/${lab.id}`,
      label: t('lab', { lab: lab.title[language], group: group.name }),
    })),
  )
  return <LabLinks title={t('title')} about={t('about')} links={links} />
}
