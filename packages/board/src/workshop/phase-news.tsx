import type { Gate, Stage } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { Preferences } from '../session/preferences.ts';
import { useSignal } from '../session/use-signal.ts';
import { chime } from './chime.ts';
import { gateNow, type PhaseNow, type TimeLeft } from './phase-now.ts';

type Props = { now: PhaseNow | null; stage: Stage; time: TimeLeft | null; preferences: Preferences };

/** As much of the stage as is said aloud when it changes. */
type Scene = {
  readonly phase: string | null;
  readonly clock: TimeLeft['state'] | null;
  readonly gate: Gate;
  readonly rounds: number;
};

/** Phases, time and closing, said aloud; the end of the time is heard too. What was so when one came is no news. */
export function PhaseNews({ now, stage, time, preferences }: Props) {
  const wanted = useSignal(preferences);
  const scene: Scene = {
    phase: stage.phase,
    clock: time?.state ?? null,
    gate: gateNow(stage),
    rounds: revealedIn(stage),
  };
  const [told, setTold] = useState<{ readonly scene: Scene; readonly sentence: string }>({ scene, sentence: '' });
  const isNew = (Object.keys(scene) as (keyof Scene)[]).some((key) => scene[key] !== told.scene[key]);
  if (isNew) setTold({ scene, sentence: sentenceFor(told.scene, scene, now) || told.sentence });
  const isSounding = wanted.has('sound') && (scene.clock === 'soon' || scene.clock === 'up') ? scene.clock : null;
  useEffect(() => {
    if (isSounding !== null) chime(isSounding);
  }, [isSounding]);
  if (!wanted.has('news')) return null;
  return <output className="ds-sr-only phase-news">{told.sentence}</output>;
}

function sentenceFor(before: Scene, after: Scene, now: PhaseNow | null): string {
  if (before.rounds < after.rounds) return m.round_news();
  if (before.phase !== after.phase) return now === null ? m.phase_news_none() : phaseSentence(now);
  if (after.gate !== before.gate) return gateSentence(after.gate);
  if (after.clock === before.clock) return '';
  if (after.clock === 'up') return `${m.timer_up()}.`;
  if (after.clock === 'soon') return m.timer_soon();
  return after.clock === 'paused' ? m.timer_news_paused() : '';
}

const revealedIn = ({ rounds }: Stage): number => rounds.filter(({ revealedAt }) => revealedAt !== null).length;

const GATES: Readonly<Record<Gate, () => string>> = {
  open: m.phase_news_open,
  closing: m.phase_closing,
  closed: m.phase_closed,
};
const gateSentence = (gate: Gate): string => GATES[gate]();

const phaseSentence = ({ phase, question }: PhaseNow): string =>
  [
    m.phase_news({ name: phase.name }),
    question ?? '',
    phase.private ? m.phase_private() : '',
    phase.minutes === null ? '' : m.phase_news_minutes({ count: phase.minutes }),
  ]
    .filter(Boolean)
    .join(' ');
