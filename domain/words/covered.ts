/** 「王*」: a name as an export may show it to those with the right (domain.md section 10). */
export function coveredName(name: string): string {
  const [first = ''] = name.trim()
  return first && `${first}*`
}

/** 「138****1234」, of a shorter number its last four: a phone as an export may show it. */
export function coveredPhone(phone: string): string {
  return phone.replace(/\d(?:[\d\s-]*\d)?/g, (said) => {
    const digits = said.replace(/\D/g, '')
    return `${digits.length >= 11 ? digits.slice(0, 3) : ''}****${digits.length >= 7 ? digits.slice(-4) : ''}`
  })
}
