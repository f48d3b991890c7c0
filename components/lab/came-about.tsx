import { percentOf } from '#domain/attempts/score'
import type { DebriefView } from '#domain/labs/lab-view'
import { useTranslations } from '../ui/words.tsx'

interface Props extends Pick<DebriefView, 'findings' | 'evidence'> {
  hintsCost: number
  /** Whether whoever did the lab reads it, or somebody else. */
  who: 'you' | 'they'
}

/** What a score is made of: the findings part, the evidence part, and what hints cost. */
export function CameAbout({ findings, evidence, hintsCost, who }: Props) {
  const t = useTranslations('lab')
  const parts = { findings: percentOf(findings), evidence: percentOf(evidence), hints: Math.round(hintsCost * 100) }
  return <p className="meta explained">{t('cameAbout', { who, ...parts })}</p>
}
