import { useCallback, useSyncExternalStore } from 'react';
import type { Readable } from './signal.ts';

export function useSignal<T>(signal: Readable<T>): T {
  const subscribe = useCallback((listener: () => void) => signal.subscribe(listener), [signal]);
  return useSyncExternalStore(subscribe, () => signal.get());
}
