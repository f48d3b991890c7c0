import type { Metadata } from 'next'
import { currentCaller } from '#auth/actor'
import { Proof } from '#components/certificate/proof'
import { getTranslations } from '#components/ui/words'
import { getCertificate } from '#services/certificates/get-certificate'
import { Frame } from '../../../_adapter/frame.tsx'
import { orNotFound } from '../../../_adapter/page.ts'

interface Props {
  params: Promise<{ code: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certificate'))('title') }
}

export default async function CertificatePage({ params }: Props) {
  const { code } = await params
  const certificate = await orNotFound(getCertificate(await currentCaller(), { code }))
  return (
    <Frame section={null} here={`/certificates/${code}`}>
      <main id="main" className="proof">
        <Proof certificate={certificate} />
      </main>
    </Frame>
  )
}
