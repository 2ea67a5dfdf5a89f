/** Every file tldraw's interface asks for, served by us: left to itself it fetches them from a CDN. */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { NO_TRANSLATION_FILES } from './translations.ts';

export const ASSET_URLS = { ...getAssetUrlsByImport(), translations: NO_TRANSLATION_FILES };
