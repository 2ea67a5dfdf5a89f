/** The name last used on this device, as a suggestion at the next door. */
import { deviceStorage, type TextStorage } from './device-storage.ts';

const KEY = 'samtavla:name';

export const lastName = (storage: TextStorage = deviceStorage): string => storage.get(KEY) ?? '';

export function rememberName(name: string, storage: TextStorage = deviceStorage): void {
  if (name !== '') storage.set(KEY, name);
}

export function forgetName(storage: TextStorage = deviceStorage): void {
  storage.remove(KEY);
}
