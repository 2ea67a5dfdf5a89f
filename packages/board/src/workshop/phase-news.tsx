import type { Stage } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { Preferences } from '../session/preferences.ts';
import { useSignal } from '../session/use-signal.ts';
import { chime } from './chime.ts';
import type { PhaseNow, TimeLeft } from './phase-now.ts';

type Props = { now: PhaseNow | null; stage: Stage; time: TimeLeft | null; preferences: Preferences };

/** As much of the stage as is said aloud when it changes. */
type Scene = {
  readonly phase: string | null;
  readonly clock: TimeLeft['state'] | null;
  readonly gate: Stage['canvas'];
};

/** Phases, time and closing, said aloud; the end of the time is heard too. What was so when one came is no news. */
export function PhaseNews({ now, stage, time, preferences }: Props) {
  const wanted = useSignal(preferences);
  const scene: Scene = { phase: stage.phase, clock: time?.state ?? null, gate: stage.canvas };
  const [told, setTold] = useState<{ readonly scene: Scene; readonly sentence: string }>({ scene, sentence: '' });
  const { phase, clock, gate } = scene;
  if (phase !== told.scene.phase || clock !== told.scene.clock || gate !== told.scene.gate)
    setTold({ scene, sentence: sentenceFor(told.scene, scene, now) || told.sentence });
  const isSounding = wanted.has('sound') && (clock === 'soon' || clock === 'up') ? clock : null;
  useEffect(() => {
    if (isSounding !== null) chime(isSounding);
  }, [isSounding]);
  if (!wanted.has('news')) return null;
  return <output className="ds-sr-only phase-news">{told.sentence}</output>;
}

function sentenceFor(before: Scene, after: Scene, now: PhaseNow | null): string {
  if (before.phase !== after.phase) return now === null ? m.phase_news_none() : phaseSentence(now);
  if (after.gate !== before.gate) return gateSentence(after.gate);
  if (after.clock === before.clock) return '';
  if (after.clock === 'up') return `${m.timer_up()}.`;
  if (after.clock === 'soon') return m.timer_soon();
  return after.clock === 'paused' ? m.timer_news_paused() : '';
}

const GATES: Readonly<Record<Stage['canvas'], () => string>> = {
  open: m.phase_news_open,
  closing: m.phase_closing,
  closed: m.phase_closed,
};
const gateSentence = (gate: Stage['canvas']): string => GATES[gate]();

const phaseSentence = ({ phase, question }: PhaseNow): string =>
  [
    m.phase_news({ name: phase.name }),
    question ?? '',
    phase.minutes === null ? '' : m.phase_news_minutes({ count: phase.minutes }),
  ]
    .filter(Boolean)
    .join(' ');
