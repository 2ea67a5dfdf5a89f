/**
 * Keeps the page and its files, so that a board can be opened while the server cannot be reached. Nothing of any board is in here:
 * that is in the copies of its documents.
 *
 * The page comes from the server whenever that answers. Its files are named by their content, and never change.
 */
const KEPT = 'samtavla-page';
/** One page for every address. */
const PAGE = '/';

const isPage = ({ pathname }) => pathname === PAGE || pathname.startsWith('/t/');
const isHashed = ({ pathname }) => pathname.startsWith('/assets/') || pathname.startsWith('/brand/');
const isFile = (url) => isHashed(url) || url.pathname === '/take-secret.js';

addEventListener('install', (event) => {
  void skipWaiting();
  event.waitUntil(fetchPage(PAGE));
});
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && isPage(url)) event.respondWith(page(request));
  else if (isHashed(url)) event.respondWith(hashedFile(request));
  else if (isFile(url)) event.respondWith(fetch(request).catch(async () => (await kept(request)) ?? Response.error()));
});

/** What a page has loaded, also before there was anybody here to keep it. */
addEventListener('message', (event) => {
  if (!Array.isArray(event.data)) return;
  const files = event.data.map((file) => new URL(file)).filter((url) => url.origin === location.origin && isFile(url));
  event.waitUntil(Promise.all(files.map((url) => keepFile(url))));
});

const kept = async (request) => (await caches.open(KEPT)).match(request);

async function page(request) {
  const answer = await fetchPage(request).catch(() => null);
  // A proxy before a server that is down has a page of its own.
  const isDown = answer === null || answer.status >= 500;
  return (isDown ? await kept(PAGE) : null) ?? answer ?? Response.error();
}

async function fetchPage(request) {
  const answer = await fetch(request);
  if (answer.ok && !answer.redirected) await keepPage(answer.clone());
  return answer;
}

/** A page of another build has other files: those of the one before are not needed any more. */
async function keepPage(answer) {
  const [html, before] = await Promise.all([answer.clone().text(), kept(PAGE).then((old) => old?.text())]);
  if (html === before) return;
  if (before !== undefined) await caches.delete(KEPT);
  await (await caches.open(KEPT)).put(PAGE, answer);
}

async function hashedFile(request) {
  const known = await kept(request);
  if (known !== undefined) return known;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(KEPT)).put(request, answer.clone());
  return answer;
}

async function keepFile(url) {
  if ((await kept(url)) === undefined) await (await caches.open(KEPT)).add(url);
}
