/** Fields and buttons by what a person reads there, as far as they can be used. */

export type Field = HTMLInputElement | HTMLTextAreaElement;

const isUsable = (element: HTMLButtonElement | Field): boolean => !element.disabled && element.checkVisibility();

export function buttonNamed(name: string): HTMLButtonElement | null {
  const nameOf = (button: HTMLButtonElement) => button.getAttribute('aria-label') ?? button.textContent;
  return [...document.querySelectorAll('button')].find((one) => nameOf(one).trim() === name && isUsable(one)) ?? null;
}

/** The first that is called so, from the beginning of its name. */
export function fieldNamed(tag: 'input' | 'textarea', beginning: string): Field | null {
  const nameOf = (field: Field) => field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? '';
  const fields = [...document.querySelectorAll(tag)];
  return fields.find((one) => nameOf(one).trim().startsWith(beginning) && !one.readOnly && isUsable(one)) ?? null;
}

/** As if it were typed: React looks at what the element itself was given. */
export function fill(field: Field, text: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
