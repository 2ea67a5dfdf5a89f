/** How a person wants the board to behave. It is about the person and no board: it holds on this device from now on. */
import { deviceStorage, tabStorage, type TextStorage } from './device-storage.ts';
import { parseJson } from './parse-json.ts';
import { signal, type Readable } from './signal.ts';

/** Each is on until it is switched off. */
export const PREFERENCES = ['news', 'sound', 'cursors', 'shortcuts'] as const;
/**
 * - `news`      what others do is told
 * - `sound`     the last minute and the end of a phase are heard
 * - `cursors`   others' cursors are shown on the canvas
 * - `shortcuts` single keys do things on the canvas
 */
export type Preference = (typeof PREFERENCES)[number];

export type Preferences = Readable<ReadonlySet<Preference>> & { turn(preference: Preference, on: boolean): void };

const KEY = 'samtavla:switched-off';

export function preferencesIn(storage: TextStorage): Preferences {
  const off = parseJson(storage.get(KEY));
  const isOff = (preference: Preference) => Array.isArray(off) && off.includes(preference);
  const on = signal<ReadonlySet<Preference>>(new Set(PREFERENCES.filter((each) => !isOff(each))));
  return {
    get: () => on.get(),
    subscribe: (listener) => on.subscribe(listener),
    turn(preference, isOn) {
      on.set(new Set(PREFERENCES.filter((each) => (each === preference ? isOn : on.get().has(each)))));
      const switchedOff = PREFERENCES.filter((each) => !on.get().has(each));
      if (switchedOff.length === 0) storage.remove(KEY);
      else storage.set(KEY, JSON.stringify(switchedOff));
    },
  };
}

const kept = new Map<TextStorage, Preferences>();

/** @param shared on a shared machine they hold as long as the tab is open */
export function preferences(shared: boolean): Preferences {
  const storage = shared ? tabStorage : deviceStorage;
  const known = kept.get(storage) ?? preferencesIn(storage);
  kept.set(storage, known);
  return known;
}
