import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { refuseUnlessPreviewed } from '#services/catalogue/preview'
import { orNotFound } from '../_adapter/page.ts'
import { previewPaths } from './_parts/paths.ts'

/** On to the preview in the language that the browser asks for. */
export default async function PreviewPage() {
  const host = (await headers()).get('host')
  await orNotFound(Promise.resolve().then(() => refuseUnlessPreviewed(host)))
  redirect(previewPaths(await getLocale()).index)
}
