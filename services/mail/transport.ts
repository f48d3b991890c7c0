import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Environment } from '#db/environment'
import type { Mail } from './compose.ts'
import { handOver } from './smtp.ts'

/** Hands a mail over. `id` is the same for each try of one job, so that a mailbox knows a second copy; `signal` ends the try. */
export type Send = (mail: Mail, id: string, signal?: AbortSignal) => Promise<void>

export type MailSettings = Pick<Environment, 'smtp' | 'mailDir' | 'publicUrl' | 'isDemo'>

/** Through the SMTP server of the settings; without one, and always in the made-up organisation, into the private mail folder. */
export function mailTransport({ smtp, mailDir, publicUrl, isDemo }: MailSettings): Send {
  const host = new URL(publicUrl).hostname
  const messageOf = ({ to, subject, text }: Mail, id: string, from: string) => ({
    from,
    to,
    subject,
    text,
    messageId: `<${id}@${host}>`,
    // Keeps holiday replies and the like from coming back.
    headers: { 'Auto-Submitted': 'auto-generated' },
    // A mail is text: nothing in it is ever fetched or read from disk.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  if (smtp && !isDemo) return (mail, id, signal) => handOver({ url: smtp.url, message: messageOf(mail, id, smtp.from), signal })
  const composer = createTransport({ streamTransport: true, buffer: true })
  return async (mail, id) => {
    const { message } = await composer.sendMail(messageOf(mail, id, `Casebook <casebook@${host}>`))
    await keep(mailDir, `${id}.eml`, readable(String(message), mail.text))
  }
}

/** The same message with its text as it is: whoever opens the file in an editor can read it and follow its link. */
function readable(message: string, text: string): string {
  const [head = ''] = message.split('\r\n\r\n', 1)
  const plain = head.replace(/^Content-Transfer-Encoding: .*$/m, 'Content-Transfer-Encoding: 8bit')
  return `${plain}\r\n\r\n${text.replaceAll('\n', '\r\n')}`
}

/** These files hold links that sign people in: nobody but the user who runs Casebook may read them. */
async function keep(folder: string, name: string, message: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  await writeFile(join(folder, name), message, { mode: 0o600 })
}
