/** Why what was sent was not taken. */
export function Refused({ sentence }: { sentence: string | null }) {
  return sentence ? (
    <div className="problem" role="alert">
      <p>{sentence}</p>
    </div>
  ) : null
}
