/** Copies words that stand in no field; false where the browser lets nobody. */
export async function copyWords(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = words;
    field.style.position = 'fixed';
    document.body.append(field);
    const before = document.activeElement;
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    if (before instanceof HTMLElement) before.focus();
    return isCopied;
  }
}

/**
 * Copies what a field holds. On plain http there is no `navigator.clipboard`: then the field is selected and copied the old way,
 * and where that too is refused the text stays selected, ready for the person's own copying.
 */
export async function copyText(field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    const before = document.activeElement;
    field.focus();
    field.select();
    const copied = document.execCommand('copy');
    if (copied && before instanceof HTMLElement) before.focus();
    return copied;
  }
}
