/** Every file tldraw's interface asks for, served by us: left to itself it fetches them from a CDN. */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { NO_TRANSLATION_FILES } from './translations.ts';

/** tldraw fetches the pictures of all sites that it can embed, when it starts; a board embeds none. */
const NO_PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

const urls = getAssetUrlsByImport();
const embedIcons = Object.fromEntries(Object.keys(urls.embedIcons).map((site) => [site, NO_PICTURE]));

export const ASSET_URLS = { ...urls, embedIcons, translations: NO_TRANSLATION_FILES };
