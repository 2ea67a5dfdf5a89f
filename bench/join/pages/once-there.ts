/** Waits for something that the page is to have, looked for whenever the page changes. */
export function onceThere<T>(find: () => T | null): Promise<T> {
  return new Promise((resolve) => {
    const look = () => {
      const found = find();
      if (found === null) return;
      changes.disconnect();
      resolve(found);
    };
    const changes = new MutationObserver(look);
    changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    look();
  });
}

/** When the page has shown what was done last. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));
