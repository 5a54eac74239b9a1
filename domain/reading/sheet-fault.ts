/** One sheet of a spreadsheet: its name, and its cells as text. */
export interface Grid {
  name: string
  rows: readonly (readonly string[])[]
}

/** Why a row could not be taken. `row` counts as the spreadsheet does, from 1; `said` is what stood there. */
export interface SheetFault {
  sheet: string
  row: number
  why:
    | 'no-name'
    | 'not-a-name'
    | 'no-role'
    | 'unknown-role'
    | 'needs-unit'
    | 'needs-street'
    | 'unknown-street'
    | 'unknown-unit'
    | 'no-unit'
    | 'unknown-matter'
    | 'unknown-day'
    | 'unknown-person'
    | 'twice'
    | 'empty-order'
    | 'rounded-number'
    | 'no-order'
    | 'unread-revisit'
    | 'broken'
  said: string
  /** What was probably meant. */
  nearest?: string
}

/** A long number that a spreadsheet rounded: 「2.02611E+14」. */
export const ROUNDED = /^\d(?:\.\d+)?e\+?\d{2,}$/i
