/** Undo and redo. What they touch is theirs to find; what they may not, `deeds.ts` says. */
import type { Act } from './act.ts';

const takesBack = (which: 'undo' | 'redo', weight: number): Act => ({
  name: which,
  weight,
  isGesture: false,
  isInDrag: true,
  perform({ history }) {
    if (!(which === 'undo' ? history.canUndo() : history.canRedo())) return null;
    history[which]();
    return { words: `${which}es`, touches: [], takesText: true, takesBack: which };
  },
});

export const STEP_ACTS: readonly Act[] = [takesBack('undo', 9), takesBack('redo', 4)];
