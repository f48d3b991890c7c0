/** A link that writes to an address. What an address may hold, such as `?` and `&`, would else add lines to the head of the mail. */
export const MailLink = ({ address }: { address: string }) => (
  <a href={`mailto:${encodeURIComponent(address).replace('%40', '@')}`}>{address}</a>
)
