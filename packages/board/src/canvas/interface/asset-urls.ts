/** Every file tldraw's interface asks for, served by us: left to itself it fetches them from a CDN. */
import type { Locale } from '@samtavla/templates';
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { translationUrls } from './translations.ts';

export function assetUrls(locale: Locale) {
  return { ...getAssetUrlsByImport(), translations: translationUrls(locale) };
}
