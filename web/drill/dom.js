/** Makes an element. Strings become text, never HTML; properties are set as they are. */
export function el(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children.filter((child) => child !== undefined && child !== ''))
  return element
}

export const byId = (id) => document.getElementById(id)

/**
 * Draws a box anew. Whoever works by keyboard stays on the control they were on, also where it is disabled for a moment.
 */
export function redraw(box, ...children) {
  const left = document.activeElement === document.body ? waiting.get(box) : undefined
  const at = left ?? controlsOf(box).indexOf(document.activeElement)
  box.replaceChildren(...children)
  const control = controlsOf(box)[at]
  control?.focus({ preventScroll: true })
  if (control?.disabled) waiting.set(box, at)
  else waiting.delete(box)
}

const waiting = new WeakMap()
const controlsOf = (box) => [...box.querySelectorAll('a, button, summary')]

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
