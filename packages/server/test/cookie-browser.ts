/** What a browser does between two servers: follows where it is led, keeps cookies by origin, fills in forms. */
export type Page = { readonly url: URL; readonly status: number; readonly html: string };

export class CookieBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly #lines = new Map<string, string[]>();

  /** Goes there, and on to wherever it is led, or to before `stopAt`. */
  async open(address: URL | string, { stopAt, ...init }: RequestInit & { stopAt?: string } = {}): Promise<Page> {
    let [url, how] = [new URL(address), init];
    for (let step = 0; step < 20; step += 1) {
      if (url.pathname === stopAt) return { url, status: 0, html: '' };
      const response = await this.ask(url, { ...how, redirect: 'manual' });
      const to = response.headers.get('location');
      if (to === null) return { url, status: response.status, html: await response.text() };
      await response.body?.cancel();
      [url, how] = [new URL(to, url), {}];
    }
    throw new Error(`Led in a circle, at last to ${url.href}`);
  }

  /** Fills in the form of a page, and goes on to wherever that leads. */
  submit({ url, html }: Page, values: Readonly<Record<string, string>>, how: { stopAt?: string } = {}): Promise<Page> {
    const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1];
    if (action === undefined) throw new Error(`There is no form at ${url.href}: ${html}`);
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1] ?? '';
    return this.open(new URL(action, url), {
      ...how,
      method: 'POST',
      body: new URLSearchParams({ prompt, ...values }),
    });
  }

  async ask(url: URL, init: RequestInit = {}): Promise<Response> {
    const kept = this.#cookies.get(url.origin) ?? new Map<string, string>();
    this.#cookies.set(url.origin, kept);
    const headers = new Headers(init.headers);
    headers.set('cookie', [...kept].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers });
    const lines = response.headers.getSetCookie();
    this.#lines.set(url.origin, [...this.linesFrom(url.origin), ...lines]);
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') kept.delete(name);
      else kept.set(name, value);
    }
    return response;
  }

  cookie(origin: string, name: string): string | undefined {
    return this.#cookies.get(origin)?.get(name);
  }

  /** Keeps what the server there never gave it. */
  keep(origin: string, name: string, value: string): void {
    this.#cookies.set(origin, new Map(this.#cookies.get(origin)).set(name, value));
  }

  /** How the cookies of an origin were given. */
  linesFrom(origin: string): readonly string[] {
    return this.#lines.get(origin) ?? [];
  }
}
