/** What a mail job says: ids only. Tokens are made at the moment of sending, so that no secret is ever stored. */
export type MailJob =
  | { kind: 'invitation'; tokenId: string }
  | { kind: 'reset'; tokenId: string | null }
  | { kind: 'password_changed'; personId: string }
  /** The address that was replaced stands nowhere else once the person's row is changed. */
  | { kind: 'email_changed'; personId: string; to: string }
