/** The JSON in a text; null for what is none, which the schema that reads it then refuses. */
export function parseJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
