import { useEffect, useState, type ComponentType } from 'react';

export type LazyView<Props> = ComponentType<Props> & {
  /** Fetches it before it is shown; what fails now is fetched again when it is needed. */
  readonly preload: () => void;
};

/**
 * A component in a module of its own, fetched when it is first shown. React's `lazy` shows what it fetched no sooner than 300 ms after
 * the stand-in, however fast it came; this one at once.
 *
 * @param load rejects when it cannot be fetched: then the nearest error boundary catches it
 * @param StandIn shown meanwhile
 */
export function lazyView<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  StandIn: ComponentType | null = null,
): LazyView<Props> {
  let view: ComponentType<Props> | null = null;
  let loading: Promise<ComponentType<Props>> | null = null;
  const fetchOnce = async () => {
    try {
      loading ??= load();
      view = await loading;
    } catch (error) {
      loading = null;
      throw error;
    }
  };

  function Shown(props: Props) {
    const [state, setState] = useState<{ readonly view: typeof view; readonly error?: Error }>({ view });
    useEffect(() => {
      let isGone = false;
      fetchOnce().then(
        () => !isGone && setState({ view }),
        (error: Error) => !isGone && setState({ view: null, error }),
      );
      return () => {
        isGone = true;
      };
    }, []);
    if (state.error !== undefined) throw state.error;
    if (state.view !== null) return <state.view {...props} />;
    return StandIn === null ? null : <StandIn />;
  }
  return Object.assign(Shown, { preload: () => void fetchOnce().catch(() => null) });
}
