import type { StageCommand } from '@samtavla/protocol';
import { useRef, useState } from 'react';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import type { Connection } from '../session/connection.ts';
import { commandStage } from '../session/command-stage.ts';

/** Tells the stage what to do, on the version that is shown; a press while one is under way does nothing. */
export function useCommand({ joined, stage }: Connection) {
  const [problem, setProblem] = useState<string | null>(null);
  const isBusy = useRef(false);
  const send = async (command: StageCommand) => {
    if (isBusy.current) return;
    isBusy.current = true;
    const answer = await commandStage(joined, command, stage.get().version);
    isBusy.current = false;
    setProblem(answer.ok ? null : refusalSentence(answer.reason));
  };
  return { problem, command: (command: StageCommand) => void send(command) };
}
