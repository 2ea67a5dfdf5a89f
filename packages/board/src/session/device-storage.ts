/**
 * The browser's storage, which may be refused (private windows, strict settings, full disks). Then a value lives as long as the
 * page does: everything works on, it is only forgotten sooner.
 */
export type TextStorage = {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
};

type Area = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** @param area asked for at each call: the mere mention of `localStorage` throws where it is refused */
export function textStorage(area: () => Area): TextStorage {
  const memory = new Map<string, string>();
  const attempt = <T>(act: (storage: Area) => T): T | null => {
    try {
      return act(area());
    } catch {
      return null;
    }
  };
  return {
    get: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(key)),
    set(key, value) {
      const stored = attempt((storage) => {
        storage.setItem(key, value);
        return true;
      });
      if (stored === true) memory.delete(key);
      else memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      attempt((storage) => storage.removeItem(key));
    },
  };
}

/** Kept on the device until it is removed. */
export const deviceStorage = textStorage(() => localStorage);

/** Kept until the tab is closed, reloads included. */
export const tabStorage = textStorage(() => sessionStorage);
