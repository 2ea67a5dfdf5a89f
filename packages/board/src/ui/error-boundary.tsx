import { Component, type ReactNode } from 'react';
import { Failure } from './failure.tsx';

type Props = { children: ReactNode };

/** Catches what should not happen: a sentence and a way on instead of a blank page. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Failure /> : this.props.children;
  }
}
