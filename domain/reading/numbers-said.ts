/** 「1-8 除3」, 「1 3 5」, 「全部」: which of so many numbered things are meant. Undefined when it is none of that. */
export function numbersSaid(said: string, many: number): { chosen: number[]; except: number[] } | undefined {
  const [yes = '', no = ''] = said.split(/除了?|不含|除去/u)
  const except = spelled(no)
  const all = /^\s*(?:全部|都)?\s*$/u.test(yes)
  const chosen = all ? Array.from({ length: many }, (_, i) => i + 1) : spelled(yes)
  if (!chosen || !except || !chosen.length) return undefined
  if (all && !/全部|都/u.test(yes) && !except.length) return undefined
  return {
    chosen: chosen.filter((n) => n >= 1 && n <= many && !except.includes(n)),
    except: except.filter((n) => n >= 1 && n <= many),
  }
}

function spelled(words: string): number[] | undefined {
  const parts = words.split(/[\s,，、和及]+/u).filter(Boolean)
  const numbers = parts.map((part) => /^(\d{1,3})(?:[-~到至–—](\d{1,3}))?号?$/u.exec(part))
  if (numbers.some((match) => !match)) return undefined
  return numbers.flatMap((match) => {
    const from = Number(match?.[1])
    const to = Number(match?.[2] ?? from)
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
  })
}
