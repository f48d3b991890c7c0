import { redirect } from 'next/navigation'

/** The address itself leads to where a working day begins; whoever is not signed in is asked to on the way. */
export default function RootPage() {
  redirect('/training')
}
