import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Brand, BrandFile } from '../http/brand.ts';
import { given, wrong, type Environment } from './environment.ts';

const LOGO_TYPES: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
};
const MOST_BYTES = 200_000;
const NAME_CHARACTERS = 60;
/** The page's policy lets nothing in from elsewhere; better said at the start than missed on the page. */
const ELSEWHERE = /@import|url\(\s*['"]?(?!data:|#)/i;

/** Read once, at the start. Null where nothing of it is set. */
export function brandOf(env: Environment): Brand | null {
  const name = given(env, 'BRAND_NAME') ?? null;
  if (name !== null && name.length > NAME_CHARACTERS)
    throw wrong('BRAND_NAME', `${name.length} characters long`, `at most ${NAME_CHARACTERS}`);
  const brand = { name, logo: logoOf(env), styles: stylesOf(env) };
  return Object.values(brand).every((part) => part === null) ? null : brand;
}

function logoOf(env: Environment): BrandFile | null {
  const path = given(env, 'BRAND_LOGO');
  if (path === undefined) return null;
  const type = LOGO_TYPES[extname(path).toLowerCase()];
  if (type === undefined) throw wrong('BRAND_LOGO', JSON.stringify(path), 'the path of an .svg, .png or .webp');
  return { bytes: fileAt('BRAND_LOGO', path), type };
}

function stylesOf(env: Environment): BrandFile | null {
  const path = given(env, 'BRAND_STYLES');
  if (path === undefined) return null;
  const bytes = fileAt('BRAND_STYLES', path);
  if (ELSEWHERE.test(bytes.toString('utf8')))
    throw wrong('BRAND_STYLES', JSON.stringify(path), 'a style sheet that fetches nothing (no @import, no url)');
  return { bytes, type: 'text/css; charset=utf-8' };
}

function fileAt(name: string, path: string): Buffer {
  const bytes = readable(path);
  if (bytes === null || bytes.length > MOST_BYTES)
    throw wrong(
      name,
      JSON.stringify(path),
      `the path of a file of at most ${MOST_BYTES / 1000} kB that the server can read`,
    );
  return bytes;
}

function readable(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
