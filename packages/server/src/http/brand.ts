/** The look of whoever runs the server: their logo, their colours, their name. Served by ourselves, as all the rest. */
import { createHash } from 'node:crypto';

export type BrandFile = { readonly bytes: Buffer; readonly type: string };
export type Brand = {
  readonly name: string | null;
  readonly logo: BrandFile | null;
  readonly styles: BrandFile | null;
};

export type WornBrand = {
  /** By their paths, which say what is in them: they never change. */
  readonly files: ReadonlyMap<string, BrandFile>;
  /** The page, wearing it. */
  readonly dress: (html: string) => string;
};

export function wear({ name, logo, styles }: Brand): WornBrand {
  const files = new Map<string, BrandFile>();
  const line = (file: BrandFile | null, write: (address: string) => string): string[] => {
    if (file === null) return [];
    const path = `brand/${createHash('sha256').update(file.bytes).digest('hex').slice(0, 16)}`;
    files.set(path, file);
    return [write(`/${path}`)];
  };
  const head = [
    ...line(styles, (address) => `<link rel="stylesheet" href="${address}" />`),
    ...line(logo, (address) => `<meta name="brand-logo" content="${address}" />`),
    ...(name === null ? [] : [`<meta name="brand-name" content="${escaped(name)}" />`]),
  ].join('\n');
  // After the page's own styles: the last of a layer wins.
  return { files, dress: (html) => html.replace('</head>', () => `${head}\n</head>`) };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
