/** One or two letters that stand for a name: of its first and its last word. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => [...(word ?? '').matchAll(/[\p{L}\p{N}]/gu)][0]?.[0] ?? '')
    .join('')
    .toUpperCase();
}
