/** How a variable is read, and what is said of one that is wrong. */
import { readFileSync } from 'node:fs';
import { StartError } from '../start-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** An empty value counts as absent: that is what compose files and CI make of a variable nobody set. */
export function given(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

export const wrong = (name: string, was: string, expected: string) =>
  new StartError(`${name} is ${was}, but must be ${expected}.`);

/** A secret by value or, as `<name>_FILE`, by the path of a file that holds it. */
export function secretOf(env: Environment, name: string): string | null {
  const value = given(env, name);
  const path = given(env, `${name}_FILE`);
  if (path === undefined) return value ?? null;
  if (value !== undefined) throw new StartError(`${name} and ${name}_FILE are both set; set one of them.`);
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw wrong(`${name}_FILE`, JSON.stringify(path), 'the path of a file that the server can read');
  }
}

export function switchOf(env: Environment, name: string): boolean {
  const text = given(env, name) ?? '0';
  if (text !== '0' && text !== '1') throw wrong(name, JSON.stringify(text), '0 or 1');
  return text === '1';
}

/** An address of http or https; null for what is none. */
export function webAddress(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
}

/** An address of http or https without a path; null for what is none. */
export function originIn(text: string): string | null {
  const url = webAddress(text);
  return url !== null && text.replace(/\/$/, '') === url.origin ? url.origin : null;
}

/** Several variables that only make sense together: all of them, or null where none is set. */
export function allOrNone<Name extends string>(
  parts: Readonly<Record<Name, string | null | undefined>>,
): Readonly<Record<Name, string>> | null {
  const names = Object.keys(parts) as Name[];
  const isSet = (name: Name) => parts[name] !== null && parts[name] !== undefined;
  const [set, missing] = [names.find(isSet), names.find((name) => !isSet(name))];
  if (set === undefined) return null;
  if (missing !== undefined) throw new StartError(`${set} is set, so ${missing} must be set too.`);
  return parts as Readonly<Record<Name, string>>;
}
