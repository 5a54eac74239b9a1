/** Makes an element. Strings become text, never HTML; properties are set as they are. */
export function el(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children.filter((child) => child !== undefined && child !== ''))
  return element
}

export const byId = (id) => document.getElementById(id)

/** A square with the last character of a name; the bot's says 哨. */
export function avatar({ id, name }, isBot = false) {
  const shade = [...id].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 7
  return el(
    'span',
    { className: `avatar ${isBot ? 'bot' : `shade-${shade}`}`, ariaHidden: 'true' },
    isBot ? '哨' : name.slice(-1),
  )
}

let hiding

/** Says something at the bottom of the page for a moment. */
export function toast(words) {
  const box = byId('toast')
  box.textContent = words
  box.hidden = false
  clearTimeout(hiding)
  hiding = setTimeout(() => {
    box.hidden = true
  }, 4000)
}
