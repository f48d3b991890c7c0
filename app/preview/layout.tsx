import type { ReactNode } from 'react'
import '../styles/preview.css'

/** The preview has a style sheet of its own, which no other page loads. */
export default function PreviewLayout({ children }: { children: ReactNode }) {
  return children
}
