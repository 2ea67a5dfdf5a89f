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
