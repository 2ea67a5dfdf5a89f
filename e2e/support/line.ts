import type { BrowserContext, WebSocketRoute } from '@playwright/test';
import { REFUSALS } from '@samtavla/protocol';

/**
 * The way between a browser and the server, cut and mended at once, as when the server is down. The browser's own `setOffline` lets
 * through what was on its way.
 */
export async function lineOf(context: BrowserContext) {
  const open = new Set<WebSocketRoute>();
  let isCut = false;
  const hangUp = (socket: WebSocketRoute) => void socket.close({ code: REFUSALS['shutting-down'].close });
  await context.route('**/api/**', (route) => (isCut ? route.abort() : route.continue()));
  await context.routeWebSocket('**/sync/**', (socket) => {
    if (isCut) return hangUp(socket);
    socket.connectToServer();
    open.add(socket);
  });
  return {
    cut(): void {
      isCut = true;
      for (const socket of open) hangUp(socket);
      open.clear();
    },
    mend(): void {
      isCut = false;
    },
  };
}
