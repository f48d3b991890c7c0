/** What the messages say, by code; the words stand in the texts. None of them tells by itself whether it is true. */

export const costly = ['pay', 'sign-in', 'open', 'data'] as const
export type Ask = (typeof costly)[number] | 'date' | 'read' | 'question'
export type Tone = 'calm' | 'urgent' | 'friendly' | 'stiff'

export interface Message {
  code: string
  asks: Ask
  tone: Tone
  /** Whether it can come from a colleague or from another firm. */
  from: 'inside' | 'outside'
}

const said = (code: string, asks: Ask, tone: Tone, from: Message['from']): Message => ({ code, asks, tone, from })

export const messages: readonly Message[] = [
  said('new-bank', 'pay', 'calm', 'outside'),
  said('held-at-the-gate', 'pay', 'urgent', 'outside'),
  said('before-eleven', 'pay', 'urgent', 'inside'),
  said('second-instalment', 'pay', 'friendly', 'outside'),
  said('salary-account', 'pay', 'calm', 'inside'),
  said('enclosed-balance', 'pay', 'stiff', 'outside'),
  said('mailbox-moves', 'sign-in', 'stiff', 'inside'),
  said('drawings-exchange', 'sign-in', 'friendly', 'outside'),
  said('access-ends', 'sign-in', 'urgent', 'outside'),
  said('expenses-wait', 'sign-in', 'calm', 'inside'),
  said('portal-moved', 'sign-in', 'calm', 'outside'),
  said('survey-closes', 'sign-in', 'urgent', 'inside'),
  said('revised-order', 'open', 'calm', 'outside'),
  said('customs-form', 'open', 'urgent', 'outside'),
  said('party-photos', 'open', 'friendly', 'inside'),
  said('minutes', 'open', 'calm', 'inside'),
  said('data-sheet', 'open', 'stiff', 'outside'),
  said('shift-plan', 'open', 'urgent', 'inside'),
  said('price-list', 'open', 'friendly', 'outside'),
  said('payroll-list', 'data', 'urgent', 'inside'),
  said('extension-numbers', 'data', 'calm', 'outside'),
  said('open-orders', 'data', 'friendly', 'outside'),
  said('private-numbers', 'data', 'calm', 'inside'),
  said('code-for-the-yard', 'data', 'urgent', 'outside'),
  said('staff-passes', 'data', 'stiff', 'inside'),
  said('visit-thursday', 'date', 'friendly', 'outside'),
  said('fire-drill', 'date', 'calm', 'inside'),
  said('appointment', 'date', 'stiff', 'outside'),
  said('double-booked', 'date', 'urgent', 'inside'),
  said('spring-news', 'read', 'stiff', 'outside'),
  said('hello-first-name', 'read', 'friendly', 'outside'),
  said('last-call', 'read', 'urgent', 'outside'),
  said('canteen-painting', 'read', 'calm', 'inside'),
  said('which-box', 'question', 'friendly', 'outside'),
  said('gate-at-the-back', 'question', 'urgent', 'inside'),
  said('work-placement', 'question', 'calm', 'outside'),
]

export const isCostly = ({ asks }: Pick<Message, 'asks'>): boolean => costly.some((one) => one === asks)
