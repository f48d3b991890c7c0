interface Props {
  title: string
  about?: string
  links: readonly { href: string; label: string }[]
}

/** Ways to what groups did in labs; nothing where there are none. */
export function LabLinks({ title, about, links }: Props) {
  if (links.length === 0) return null
  return (
    <section aria-labelledby="lab-links">
      <div className="head2">
        <h2 className="h2" id="lab-links">
          {title}
        </h2>
        {about && <p className="meta">{about}</p>}
      </div>
      <ul className="plainlist">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
