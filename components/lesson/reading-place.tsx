'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

interface ReadingPlaceProps {
  parts: { id: string; title: string }[]
  /** The part last read, and the number of the furthest ever reached, from 1. */
  part: string
  furthestPart: number
  /** Where the part now being read is posted as `part`; null where no place is kept. */
  url: string | null
  labels: { progress: string; parts: string; partOf: string[] }
  children: ReactNode
}

/** The line of progress, the list of parts, and the reader's place in them, which is remembered as one reads. */
export function ReadingPlace({ parts, part, furthestPart, url, labels, children }: ReadingPlaceProps) {
  const [current, setCurrent] = useState(() =>
    Math.max(
      0,
      parts.findIndex(({ id }) => id === part),
    ),
  )
  const furthest = Math.max(furthestPart, current + 1)
  const article = useRef<HTMLElement>(null)
  const kept = useRef(part)

  useEffect(() => {
    const headings = parts.flatMap(({ id }) => document.getElementById(id) ?? [])
    const end = article.current?.lastElementChild
    const locate = () => {
      const isAtEnd = end ? end.getBoundingClientRect().bottom <= window.innerHeight + 1 : false
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < window.innerHeight / 2).length
      setCurrent(isAtEnd ? parts.length - 1 : Math.max(0, passed - 1))
    }
    const middle = new IntersectionObserver(locate, { rootMargin: '0px 0px -50% 0px' })
    const bottom = new IntersectionObserver(locate, { threshold: [0, 1] })
    for (const heading of headings) middle.observe(heading)
    if (end) bottom.observe(end)
    return () => {
      middle.disconnect()
      bottom.disconnect()
    }
  }, [parts])

  useEffect(() => {
    const id = parts[current]?.id
    if (!id || id === kept.current || !url) return
    kept.current = id
    // A place that could not be kept is no loss worth a message: the next part tries again.
    fetch(url, { method: 'POST', body: new URLSearchParams({ part: id }), redirect: 'manual', keepalive: true }).catch(() => null)
  }, [current, parts, url])

  return (
    <>
      <div
        className="bar"
        role="progressbar"
        aria-label={labels.progress}
        aria-valuemin={0}
        aria-valuemax={parts.length}
        aria-valuenow={current + 1}
        aria-valuetext={labels.partOf[current]}
      >
        <i style={{ width: `${((current + 1) / parts.length) * 100}%` }} />
      </div>
      <article className="reading" ref={article}>
        <nav className="parts" aria-label={labels.parts}>
          <ol>
            {parts.map(({ id, title }, index) => (
              <li key={id} className={index < furthest && index !== current ? 'read' : undefined}>
                <a href={`#${id}`} aria-current={index === current ? 'step' : undefined}>
                  {title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        {children}
      </article>
    </>
  )
}
